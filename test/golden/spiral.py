"""Spirals as the case study makes them (turns 1) and as Neural Networks from Scratch does (turns 2.5).

Run: python3 spiral.py (NumPy 1.24)
"""

import numpy as np
from golden import write


def spiral(seed, classes, count, noise, turns=1):
    random = np.random.RandomState(seed)
    x, y = np.zeros((count * classes, 2)), np.zeros(count * classes, dtype=int)
    for j in range(classes):
        rows = range(count * j, count * (j + 1))
        r = np.linspace(0.0, 1, count)
        t = np.linspace(j * 4, (j + 1) * 4, count) + random.randn(count) * noise
        x[rows] = np.c_[r * np.sin(t * turns), r * np.cos(t * turns)]
        y[rows] = j
    options = {"classes": classes, "pointsPerClass": count, "noise": noise, "turns": turns}
    return {"seed": seed, **options, "x": x, "y": y}


write(
    [
        spiral(0, 3, 100, 0.2),
        spiral(1, 5, 7, 0.05),
        spiral(2, 1, 4, 0),
        spiral(3, 2, 1, 1.5),
        spiral(4, 3, 20, 0.2, turns=2.5),
        spiral(5, 2, 9, 0.4, turns=0.3),
    ]
)
