"""np.linspace, which spiralnet's linspace must equal to the last bit.

Run: python3 linspace.py (NumPy 1.24)
"""

import numpy as np
from golden import write

RANGES = [(0, 1, 100), (0, 4, 100), (4, 8, 100), (8, 12, 100), (-1, 1, 7), (1, 0, 11), (0.1, 0.7, 13), (-3.3, 1e3, 29)]
RANGES += [(5, 5, 4), (2, 9, 1), (2, 9, 2), (2, 9, 0), (1e-300, 1e300, 5), (1 / 3, 2 / 3, 10), (0, 0.9, 4), (0, 0.1, 12)]
# Steps that are too small for a float64, and the last that is not.
RANGES += [(0, 5e-324, 3), (0, 5e-324, 6), (1e-323, -1e-323, 9), (0, 1e-322, 50), (0, 1e-322, 11)]

write([{"start": a, "stop": b, "count": n, "result": np.linspace(a, b, n)} for a, b, n in RANGES])
