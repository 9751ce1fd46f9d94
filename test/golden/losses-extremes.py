"""Losses of outputs that are certain, huge or tiny, and logarithms of such probabilities, from their formulas with
2500 bits: PyTorch's float64 loses digits here.

Run: python3 losses-extremes.py (mpmath 1.3)
"""

import sys

from golden import write
from mpmath import exp, log, mp, mpf

mp.prec = 2500
MAX = sys.float_info.max


def log_probabilities(row):
    largest = mpf(max(row))
    gaps = [mpf(score) - largest for score in row]
    total = log(sum(exp(gap) if gap > -1500 else mpf(0) for gap in gaps))
    return [gap - total for gap in gaps]


def log_softmax(*rows):
    return {"loss": "logSoftmax", "outputs": rows, "logs": [[float(x) for x in log_probabilities(row)] for row in rows]}


def case(loss, outputs, targets, options, value):
    return {"loss": loss, "outputs": outputs, "targets": targets, "options": options, "value": float(value)}


def cross_entropy(scores, targets, **options):
    """Targets are labels, or rows of probabilities."""
    soft = isinstance(targets[0], list)
    classes = len(scores[0])
    weights = [mpf(w) for w in options.get("classWeights", [1] * classes)]
    e = mpf(options.get("labelSmoothing", 0))
    q = targets if soft else [[float(j == y) for j in range(classes)] for y in targets]
    total = len(scores) if soft else sum(weights[y] for y in targets)
    value = -sum(
        w * ((1 - e) * mpf(p) + e / classes) * x
        for row, ps in zip(scores, q)
        for w, p, x in zip(weights, ps, log_probabilities(row))
    )
    return case("softmaxCrossEntropy", scores, targets, options, value / total)


def hinge(scores, labels, **options):
    margin = mpf(options.get("margin", 1))
    power = 2 if options.get("squared") else 1
    terms = [
        max(mpf(0), mpf(s) - mpf(row[y]) + margin) ** power
        for row, y in zip(scores, labels)
        for j, s in enumerate(row)
        if j != y
    ]
    return case("hinge", scores, labels, options, sum(terms) / len(scores) / len(scores[0]))


def binary(logits, targets, **options):
    weight = mpf(options.get("posWeight", 1))

    def softplus(z):
        """log(1 + e^z), from e^-|z| so that it needs no more bits than there are."""
        return max(mpf(z), mpf(0)) + (log(1 + exp(-abs(mpf(z)))) if abs(z) < 1500 else 0)

    terms = [
        weight * mpf(t) * softplus(-z) + (1 - mpf(t)) * softplus(z)
        for row, ts in zip(logits, targets)
        for z, t in zip(row, ts)
    ]
    return case("binaryCrossEntropy", logits, targets, options, sum(terms) / len(terms))


def elementwise(loss, f, outputs, targets, **options):
    terms = [f(mpf(o) - mpf(t)) for row, ts in zip(outputs, targets) for o, t in zip(row, ts)]
    return case(loss, outputs, targets, options, sum(terms) / len(terms))


GAPS = (1e-300, 1e-17, 18.0, 37.0, 300.0, 700.0, 740.0, 1e300)

write(
    [log_softmax([gap, 0.0, 0.0]) for gap in GAPS]
    + [log_softmax([1.0, 1 - 2**-53, 1.0, 0.0], [MAX, 0.0, 1e-300, MAX], [-1e300, -1e300, -1e300, -1e300])]
    # A gap with probability 0 must not count, whatever its size.
    + [cross_entropy([[gap, 0.0]], [0], classWeights=[2.0, 3.0]) for gap in GAPS]
    + [cross_entropy([[gap, 0.0], [0.0, 1.0]], [0, 1], classWeights=[1.0, 0.0]) for gap in GAPS]
    + [cross_entropy([[gap, 0.0]], [[1.0, 0.0]]) for gap in GAPS]
    + [cross_entropy([[gap, 0.0]], [[0.75, 1e-20]]) for gap in GAPS]
    + [cross_entropy([[gap, 0.0, -3.0]], [0], labelSmoothing=1e-10) for gap in GAPS]
    + [cross_entropy([[MAX, -MAX], [0.0, 1.0]], [[1.0, 0.0], [0.0, 1.0]])]
    + [cross_entropy([[MAX, -MAX], [0.0, 1.0]], [[0.75, 0.25], [0.0, 1.0]])]
    + [cross_entropy([[MAX, -MAX]], [0], labelSmoothing=0.5)]
    + [cross_entropy([[MAX, 0.0]] * 7, [1] * 7, classWeights=[1.0, 3.0])]
    + [cross_entropy([[1.0, 0.0]] * 3, [0, 1, 1], classWeights=[1e300, 1e300])]
    + [cross_entropy([[1.0, 0.0]] * 3, [0, 1, 1], classWeights=[1e-300, 3e-300])]
    # The label's score and another are equal and huge: the margin stays.
    + [hinge([[1e300, 1e300, -1e300]], [0]), hinge([[-1e17, -1e17, -1e17 - 32]], [1], squared=True)]
    + [hinge([[MAX, 0.0]] * 3, [1] * 3), hinge([[1e-300, 0.0]], [0], margin=1e-300), hinge([[5e-324, 0.0]], [1], margin=0.0)]
    + [hinge([[1e308, 0.0]], [1], margin=1e307)]
    + [binary([[z, -z]], [[1.0, 0.0]]) for z in GAPS]
    + [binary([[z, -z]], [[0.0, 1.0]], posWeight=2.0) for z in GAPS]
    + [binary([[z, -z, z]], [[1 - 2**-53, 1e-20, 0.5]]) for z in GAPS]
    + [binary([[MAX, MAX, -MAX, -MAX]], [[1.0, 0.0, 0.0, 1.0]])]
    + [elementwise("meanSquaredError", lambda e: e * e, [[1.3e154, 1.3e154]], [[0.0, 0.0]])]
    + [elementwise("meanSquaredError", lambda e: e * e, [[1e-150, 3e-150]], [[0.0, 0.0]])]
    + [elementwise("meanAbsoluteError", abs, [[MAX, MAX, 5e-324]], [[0.0, 0.0, 0.0]])]
    + [elementwise("huber", lambda e: abs(e) - mpf("0.5"), [[MAX, -MAX, 1e300]], [[0.0, 0.0, -1e300]])]
)
