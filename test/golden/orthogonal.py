"""Orthogonal matrices from NumPy's random numbers and its QR decomposition.

The signs are those that make the diagonal of R positive, as PyTorch's orthogonal_ has them.

Run: python3 orthogonal.py (NumPy 1.24)
"""

import numpy as np
from golden import write


def orthogonal(seed, inputs, outputs):
    drawn = np.random.RandomState(seed).randn(inputs, outputs)
    q, r = np.linalg.qr(drawn if inputs > outputs else drawn.T)
    q = q * np.sign(np.diag(r))
    return q if inputs > outputs else q.T


write(
    {"seed": seed, "inputs": rows, "outputs": cols, "result": orthogonal(seed, rows, cols)}
    for seed, rows, cols in [(0, 2, 3), (1, 5, 4), (2, 1, 6), (3, 6, 1), (4, 1, 1), (5, 8, 8), (6, 20, 12)]
)
