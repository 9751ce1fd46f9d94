"""What NumPy makes of operations on matrices, broadcasting among them.

Run: python3 matrix.py (NumPy 1.24)
"""

import numpy as np
from golden import write

random = np.random.RandomState(11)


def binary():
    """Every pair of shapes that broadcasts, for every operation."""
    operations = [np.add, np.subtract, np.multiply, np.divide, np.maximum, np.minimum]
    shapes = [((3, 4), s) for s in [(3, 4), (1, 4), (3, 1), (1, 1)]]
    shapes += [((1, 4), (3, 4)), ((3, 1), (3, 4)), ((1, 1), (2, 3)), ((3, 1), (1, 4)), ((1, 4), (3, 1))]
    for operation in operations:
        for left_shape, right_shape in shapes:
            left, right = random.randn(*left_shape).round(3), random.randn(*right_shape).round(3)
            yield {"op": operation.__name__, "left": left, "right": right, "result": operation(left, right)}


def products():
    for rows, inner, cols in [(1, 1, 1), (2, 3, 4), (5, 1, 2), (1, 6, 1), (7, 5, 3), (4, 16, 9)]:
        left, right = random.randn(rows, inner), random.randn(inner, cols)
        yield {"op": "matmul", "left": left, "right": right, "result": left @ right}


def reductions():
    for x in (random.randn(4, 3), random.randint(-2, 3, (5, 4)).astype(float), random.randn(1, 5), random.randn(5, 1)):
        for name in ("sum", "mean", "max", "min", "argmax"):
            operation = getattr(np, name)
            yield {"op": name, "x": x, "all": operation(x)} | {
                "axis0": operation(x, axis=0).reshape(1, -1),
                "axis1": operation(x, axis=1).reshape(-1, 1),
            }


def elementwise():
    x = np.abs(random.randn(3, 4))
    for name in ("exp", "log", "sqrt", "abs", "negative"):
        argument = -x if name == "abs" else x
        yield {"op": name, "x": argument, "result": getattr(np, name)(argument)}


write([*binary(), *products(), *reductions(), *elementwise()])
