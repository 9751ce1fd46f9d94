"""Metrics of classes and of numbers, from their definitions; where 0 / 0 is left, as scikit-learn decides.

Run: python3 metrics.py (NumPy 1.24)
"""

import numpy as np
from golden import write

random = np.random.RandomState(5)


def ratio(part, whole):
    """part / whole, 0 for 0 / 0."""
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole != 0)


def averages(part, whole, labeled, predicted):
    shares = ratio(part, whole)
    return {
        "none": shares,
        "macro": shares[labeled + predicted > 0].mean(),
        "weighted": np.average(shares, weights=labeled),
        "micro": part.sum() / whole.sum(),
    }


def classes(rows, cols, labels=None):
    """Scores of integers, so that some are equal."""
    scores = random.randint(-3, 4, (rows, cols)).astype(float)
    labels = random.randint(0, cols, rows) if labels is None else np.array(labels)
    # A stable sort keeps the first of equal scores first.
    order = np.argsort(-scores, axis=1, kind="stable")
    counts = np.zeros((cols, cols), int)
    np.add.at(counts, (labels, order[:, 0]), 1)
    labeled, predicted, right = counts.sum(axis=1), counts.sum(axis=0), np.diag(counts)
    return {
        "scores": scores,
        "labels": labels,
        "topK": [(order[:, :k] == labels[:, None]).any(axis=1).mean() for k in range(1, cols + 1)],
        "counts": counts,
        "precision": averages(right, predicted, labeled, predicted),
        "recall": averages(right, labeled, labeled, predicted),
        "f1": averages(2 * right, labeled + predicted, labeled, predicted),
    }


def numbers(rows, cols, scale=1.0, shift=0.0):
    targets = random.randn(rows, cols) * scale + shift
    predictions = targets + random.randn(rows, cols) * scale * 0.5
    residual = ((targets - predictions) ** 2).sum(axis=0)
    total = ((targets - targets.mean(axis=0)) ** 2).sum(axis=0)
    return {"predictions": predictions, "targets": targets, "r2": (1 - residual / total).mean()}


write(
    [classes(20, 3), classes(40, 7), classes(5, 10), classes(12, 4, [2] * 12), classes(1, 2), classes(6, 1)]
    + [numbers(10, 1), numbers(20, 3), numbers(7, 2, 1e-50), numbers(7, 2, 1e50), numbers(9, 1, 1, 1000)]
)
