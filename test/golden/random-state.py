"""What np.random.RandomState returns for programs of calls; spiralnet's RandomState must return the same.

Each case is a seed and a list of calls, made one after the other on one generator: [method, arguments, result].
The arguments are spiralnet's; `call` translates them for NumPy, which takes a shape as a tuple.

Run: python3 random-state.py (NumPy 1.24)
"""

import numpy as np
from golden import write


def size(shape):
    return None if len(shape) == 0 else tuple(shape) if len(shape) == 2 else (1, shape[0])


def call(random, method, *args):
    if method in ("rand", "randn"):
        return getattr(random, {"rand": "random_sample", "randn": "standard_normal"}[method])(size(args))
    if method in ("uniform", "normal"):
        return getattr(random, method)(args[0], args[1], size(args[2:]))
    if method == "shuffle":
        items = np.array(args[0])
        random.shuffle(items)
        return items
    if method == "choice" and len(args) == 3:
        return random.choice(args[0], args[1], args[2].get("replace", True), args[2].get("p"))
    if method == "randint":
        low, high, *count = args
        return random.randint(low, high, *count, dtype=np.int64)
    return getattr(random, method)(*args)


ROWS = [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]

PROGRAM = [
    ("randn",), ("rand",), ("randn", 2, 3), ("rand", 3), ("rand", 2, 2), ("randn", 4),
    ("uniform", -2, 5), ("uniform", -2, 5, 3), ("uniform", 1e-3, 1e3, 2, 2),
    ("normal", 3, 0.5), ("normal", -10, 0.25, 3), ("normal", 0, 1e-8, 2, 2), ("normal", 7, 0, 2),
    ("randint", 10, None), ("randint", 10, None, 6), ("randint", -7, 8, 6), ("randint", 5, 6, 3), ("randint", -3, -2),
    ("randint", 0, 256, 4), ("randint", 0, 257, 4),
    ("randint", 0, 2**31, 3), ("randint", 0, 2**32 - 1, 3), ("randint", 0, 2**32, 3), ("randint", 0, 2**32 + 1, 3),
    ("randint", 0, 2**40 + 12345, 3), ("randint", -(2**52), 2**52 - 1, 3), ("randint", 0, 2**53 - 1, 3),
    ("permutation", 0), ("permutation", 1), ("permutation", 12), ("permutation", [5, 3, 8, 1]), ("permutation", ROWS),
    ("shuffle", [1, 2, 3, 4, 5, 6, 7]), ("shuffle", ROWS),
    ("choice", 9), ("choice", 9, 5), ("choice", [2, 3, 5, 7], 5), ("choice", 1, 2),
    ("choice", 9, 4, {"replace": False}), ("choice", 4, 4, {"replace": False}),
    ("choice", 4, 6, {"p": [0.1, 0.2, 0.3, 0.4]}), ("choice", 3, 4, {"p": [0.5, 0, 0.5]}),
    ("choice", 6, 4, {"replace": False, "p": [0.5, 0.1, 0.1, 0.1, 0.1, 0.1]}),
    ("choice", 3, 2, {"replace": False, "p": [0, 0.999, 0.001]}),
    ("randn",), ("permutation", 5), ("randn",), ("rand",), ("randn", 3), ("uniform", 0, 1), ("randn",),
]  # fmt: skip


def case(seed, program, skip=()):
    random = np.random.RandomState(seed)
    for method, count in skip:
        getattr(random, method)(count)
    return {
        "seed": seed,
        "skip": skip,
        "calls": [[method, args, call(random, method, *args)] for method, *args in program],
    }


DEEP = [("rand",), ("randn",), ("randn",), ("randint", 1000, None, 3), ("permutation", 6)]

write(
    [case(seed, PROGRAM) for seed in (0, 1, 42, 19650218, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1)]
    # Around the ends of the generator's blocks of 624 words, and far beyond them.
    + [case(7, DEEP, [["rand", count]]) for count in (311, 312, 313, 9999)]
    + [case(7, DEEP, [["randn", count]]) for count in (9999, 10000)]
)
