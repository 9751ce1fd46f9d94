"""What NumPy makes of powers, comparisons, choices, variances, concatenations and negative slices.

Run: python3 more-matrix.py (NumPy 1.24)
"""

import numpy as np
from golden import write

random = np.random.RandomState(13)


def binary():
    """Powers of positive numbers, and comparisons of integers of which some are equal."""
    for left_shape, right_shape in [((3, 4), (3, 4)), ((3, 4), (1, 4)), ((3, 1), (3, 4)), ((2, 3), (1, 1))]:
        left, right = np.abs(random.randn(*left_shape)), random.randn(*right_shape).round(3)
        yield {"op": "power", "left": left, "right": right, "result": np.power(left, right)}
        left, right = random.randint(-2, 3, left_shape), random.randint(-2, 3, right_shape)
        for name in ("greater", "greater_equal", "less", "less_equal", "equal", "not_equal"):
            yield {"op": name, "left": left, "right": right, "result": getattr(np, name)(left, right).astype(int)}


def elementwise():
    x = np.concatenate([random.randn(2, 4), 10.0 ** np.arange(-300, 301, 80).reshape(2, 4)])
    yield {"op": "tanh", "x": x, "result": np.tanh(x)}
    for low, high in ((-0.5, 0.5), (0, 0), (-1e300, 1)):
        yield {"op": "clip", "low": low, "high": high, "x": x, "result": np.clip(x, low, high)}


def variances():
    """Of numbers near and far from 0, large and small."""
    near, far = random.randn(4, 3), random.randn(40, 3) * [1, 1e-100, 1e100] + [1e3, 0, 0]
    for x in (near, far, random.randn(2, 5) + 1e6):
        for ddof in (0, 0.5, 1):
            for op, operation in (("variance", np.var), ("std", np.std)):
                yield {"op": op, "ddof": ddof, "x": x, "all": operation(x, ddof=ddof)} | {
                    "axis0": operation(x, axis=0, ddof=ddof, keepdims=True),
                    "axis1": operation(x, axis=1, ddof=ddof, keepdims=True),
                }


def choices():
    for shapes in [((3, 4), (3, 4), (3, 4)), ((3, 1), (1, 4), (1, 1)), ((1, 1), (3, 1), (1, 4))]:
        condition, a, b = (random.randint(-1, 2, shape) for shape in shapes)
        yield {"op": "where", "condition": condition, "a": a, "b": b, "result": np.where(condition, a, b)}


def rearranged():
    x, y = random.randn(5, 4).round(3), random.randn(2, 4).round(3)
    for axis, parts in ((0, [x, y, x]), (1, [y, y[:, :1], y])):
        yield {"op": "concatenate", "axis": axis, "parts": parts, "result": np.concatenate(parts, axis)}
    for rows, cols in [([-2], [0]), ([1, -1], [-3]), ([0, 5], [-4, -2]), ([-4, 3], [0, 4]), ([-3, -2], [2])]:
        result = x[slice(*rows, *[None] * (2 - len(rows))), slice(*cols, *[None] * (2 - len(cols)))]
        yield {"op": "slice", "rows": rows, "cols": cols, "x": x, "result": result}


write([*binary(), *elementwise(), *variances(), *choices(), *rearranged()])
