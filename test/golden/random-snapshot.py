"""The state of MT19937 after some draws, the normal that NumPy keeps, and the numbers that come next.

NumPy makes 624 words at a time. spiralnet's generator replaces each word as soon as it is drawn; `ahead` makes the
words that it would already have made. Both draw the same numbers.

Run: python3 random-snapshot.py (NumPy 1.24)
"""

import numpy as np
from golden import write


def ahead(words, position):
    """The words, those before the position replaced by those of the next block."""
    state = [int(word) for word in words]
    for i in range(position):
        y = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7FFFFFFF)
        state[i] = state[(i + 397) % 624] ^ (y >> 1) ^ (0x9908B0DF if y & 1 else 0)
    return np.array(state, dtype=np.uint32).astype(np.int32)


def case(draws):
    random = np.random.RandomState(2024)
    random.random_sample(draws)
    random.standard_normal(1)
    _, words, position, has_spare, spare = random.get_state()
    assert has_spare == 1
    state = {"words": [position, *ahead(words, position).tolist()], "spare": spare}
    return {"draws": draws, "state": state, "next": [random.standard_normal(), random.random_sample()]}


write([case(400)])
