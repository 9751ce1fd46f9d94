"""The softmax cross-entropy of scores that lie close together or far apart, from its definition with 2500 bits.

The loss is null where it is larger than any float64.

Run: python3 softmax-cross-entropy-extremes.py (mpmath 1.3)
"""

import sys

from golden import write
from mpmath import exp, log, mp, mpf

mp.prec = 2500
MAX = sys.float_info.max


def loss_of(row, label):
    largest = max(row)
    gaps = [mpf(score) - mpf(largest) for score in row]
    return log(sum(exp(gap) if gap > -1500 else mpf(0) for gap in gaps)) - gaps[label]


def case(scores, labels):
    mean = sum(map(loss_of, scores, labels)) / len(scores)
    fits = mean < mpf(MAX) * (1 + mpf(2) ** -54)
    return {"scores": scores, "labels": labels, "loss": float(mean) if fits else None}


SURE = [[36.0, 0.0], [40.0, 0.0, 0.0], [0.0, 20.0, -3.0], [1.0, 51.0, 20.0]]
GAPS = (1e-300, 1e-17, 1e-8, 0.7, 5.0, 18.0, 37.0, 100.0, 300.0, 700.0, 740.0)

write(
    # certain rows, alone, together, and beside one that is not
    [case([row], [row.index(max(row))]) for row in SURE]
    + [case([[gap, 0.0]], [0]) for gap in GAPS]
    + [case([[gap, 0.0]], [1]) for gap in GAPS]
    + [case([[40.0, 0.0]] * 1000, [0] * 1000)]
    + [case([[40.0, 0.0]] * 20 + [[0.0, 9.0]], [0] * 21)]
    # equal, or as good as equal
    + [case([[7.0, 7.0, 7.0, 7.0]], [2])]
    + [case([[1.0, 1 - 2**-53, 1.0, 0.0]], [label]) for label in (0, 1, 3)]
    + [case([[0.0, -1e-17, -1e-16, -40.0]], [label]) for label in (0, 1, 2, 3)]
    + [case([[1e15, 1e15 + 1, 1e15 - 3]], [0])]
    # far apart: sums and differences that overflow
    + [case([[1e308, 0.0], [1e308, 0.0]], [1, 1])]
    + [case([[1e308, -1e308], [0.0, 0.0]], [1, 0])]
    + [case([[MAX, -MAX], [0.0, 1.0], [0.0, 1.0], [3.0, 0.0]], [1, 0, 0, 0])]
    + [case([[MAX, 0.0]] * 3, [1] * 3)]
    + [case([[MAX, 0.0]] * 7, [1] * 7)]
    + [case([[1e308, 0.0, -5e307], [2.0, 1.0, 0.0]], [2, 2])]
    + [case([[1e300, 0.0]], [1])]
    + [case([[MAX, -MAX]], [0])]
    # the loss is no float64
    + [case([[1e308, -1e308]], [1])]
    + [case([[MAX, -MAX], [MAX, -MAX]], [1, 1])]
    + [case([[MAX, -MAX], [MAX, -1e307], [0.0, 1e308]], [1, 1, 0])]
)
