"""The 624 words and the position of NumPy's generator after some draws, the normal it keeps, and the numbers that come next.

Run: python3 random-snapshot.py (NumPy 1.24)
"""

import numpy as np
from golden import write

random = np.random.RandomState(2024)
random.random_sample(400)
random.standard_normal(1)
_, words, position, has_spare, spare = random.get_state()
assert has_spare == 1
write([{"words": words, "position": position, "spare": spare, "next": [random.standard_normal(), random.random_sample()]}])
