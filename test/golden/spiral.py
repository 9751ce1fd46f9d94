"""Spirals as the case study makes them.

Run: python3 spiral.py (NumPy 1.24)
"""

import numpy as np
from golden import write


def spiral(seed, classes, count, noise):
    random = np.random.RandomState(seed)
    x, y = np.zeros((count * classes, 2)), np.zeros(count * classes, dtype=int)
    for j in range(classes):
        rows = range(count * j, count * (j + 1))
        r = np.linspace(0.0, 1, count)
        t = np.linspace(j * 4, (j + 1) * 4, count) + random.randn(count) * noise
        x[rows] = np.c_[r * np.sin(t), r * np.cos(t)]
        y[rows] = j
    return {"seed": seed, "classes": classes, "pointsPerClass": count, "noise": noise, "x": x, "y": y}


write([spiral(0, 3, 100, 0.2), spiral(1, 5, 7, 0.05), spiral(2, 1, 4, 0), spiral(3, 2, 1, 1.5)])
