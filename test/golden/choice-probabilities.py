"""What np.random.RandomState.choice draws with probabilities, and which sums of them it takes for 1.

Each case is a call choice(len(p), size, replace, p) with p as an array of a type. Where NumPy refuses the
probabilities, the result is null.

Run: python3 choice-probabilities.py (NumPy 1.24)
"""

import numpy as np
from golden import write


def case(seed, dtype, p, size, replace=True):
    p = np.array(p, dtype)
    try:
        result = np.random.RandomState(seed).choice(len(p), size, replace, p)
    except ValueError:
        result = None
    return {"seed": seed, "type": dtype, "p": p, "size": size, "replace": replace, "result": result}


def rising(count):
    p = np.arange(1.0, count + 1) ** 2
    return p / p.sum()


THIRDS = [1 / 3, 1 / 3, 1 / 3]
TENTHS = [0.1, 0.2, 0.3, 0.4]

write(
    [case(seed, "float32", p, 8) for seed in (0, 1) for p in (THIRDS, TENTHS)]
    + [case(seed, "float32", TENTHS, 3, False) for seed in (0, 1)]
    + [case(2, "float32", rising(100), 30, replace) for replace in (True, False)]
    # The largest deviations from 1 that are accepted, and the smallest that are not.
    + [case(0, "float32", [0.5, 0.5 + off], 4) for off in (3.4e-4, 3.5e-4, -3.4e-4, -3.5e-4)]
    + [case(0, "float64", [0.5, 0.5 + off], 4) for off in (1.48e-8, 1.495e-8, -1.48e-8, -1.495e-8)]
    # Many items: draws that come again, and items whose probability is 0.
    + [case(seed, "float64", rising(300), size, False) for seed in (3, 4) for size in (1, 150, 300)]
    + [case(5, "float64", rising(300), 200), case(6, "float64", [0, 0.25, 0, 0, 0.75, 0], 40)]
    + [case(7, "float64", [1 - 1e-6, *[1e-7] * 10], 5, False)]
)
