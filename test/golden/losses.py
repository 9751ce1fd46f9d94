"""Losses and their gradients, from PyTorch's autograd in float64.

Run: python3 losses.py (PyTorch 1.13)
"""

import torch
import torch.nn.functional as F
from golden import write

torch.manual_seed(13)
torch.set_default_dtype(torch.float64)


def case(loss, outputs, targets, options, compute):
    """The value and the gradient of `compute`, which must be finite."""
    outputs = outputs.clone().requires_grad_()
    value = compute(outputs, targets)
    value.backward()
    assert torch.isfinite(value) and torch.isfinite(outputs.grad).all(), (loss, outputs, options)
    return {
        "loss": loss,
        "outputs": outputs.detach().numpy(),
        "targets": targets.numpy(),
        "options": options,
        "value": value.item(),
        "gradient": outputs.grad.numpy(),
    }


def by_rows(losses, options):
    """The mean of all losses or, with sumColumns, of the sums of the rows."""
    return losses.sum(1).mean() if options.get("sumColumns") else losses.mean()


def cross_entropy(scores, targets, **options):
    weights = options.get("classWeights")
    return case("softmaxCrossEntropy", scores, targets, options, lambda s, t: F.cross_entropy(
        s, t,
        weight=None if weights is None else torch.tensor(weights),
        label_smoothing=options.get("labelSmoothing", 0.0),
    ))


def hinge(scores, labels, **options):
    weights = options.get("classWeights")
    factor = scores.shape[1] if options.get("sumColumns") else 1
    return case("hinge", scores, labels, options, lambda s, t: factor * F.multi_margin_loss(
        s, t,
        p=2 if options.get("squared") else 1,
        margin=options.get("margin", 1),
        weight=None if weights is None else torch.tensor(weights),
    ))


def squared(outputs, targets, **options):
    factor = 0.5 if options.get("half") else 1
    return case("meanSquaredError", outputs, targets, options,
                lambda o, t: factor * by_rows(F.mse_loss(o, t, reduction="none"), options))


def absolute(outputs, targets, **options):
    return case("meanAbsoluteError", outputs, targets, options,
                lambda o, t: by_rows(F.l1_loss(o, t, reduction="none"), options))


def huber(outputs, targets, **options):
    return case("huber", outputs, targets, options,
                lambda o, t: by_rows(F.huber_loss(o, t, reduction="none", delta=options.get("delta", 1)), options))


def binary(logits, targets, **options):
    weight = options.get("posWeight")
    return case("binaryCrossEntropy", logits, targets, options, lambda z, t: by_rows(
        F.binary_cross_entropy_with_logits(
            z, t, reduction="none", pos_weight=None if weight is None else torch.tensor(weight)), options))


def labels(rows, cols):
    return torch.randint(0, cols, (rows,))


def probabilities(rows, cols):
    return torch.randn(rows, cols).softmax(1)


SMOOTHINGS = (0.1, 0.5, 1.0)
WEIGHTS = ([1.0, 2.0, 0.5], [0.0, 1.0, 3.0], [1e-3, 1e3, 1.0], [1e-300, 1e300, 1.0])
HUGE = torch.tensor([[1e300, -1e300, 0.0], [1e300, 1e300, 1e300], [0.0, 700.0, -745.0], [0.0, 1e-300, -1e-300]])
TIES = torch.tensor([[3.0, 2.0, 2.0], [0.5, 1.5, 0.5], [2.0, 2.0, 2.0], [1.0, 0.0, -0.0], [-1.0, 1.0, 0.0]])
FAR = torch.tensor([[1e150, -1e150, 0.0], [1e-150, 745.0, -700.0]])
NEAR = torch.tensor([[-1e150, 1e-300, 1e-300], [-1e-150, 700.0, -700.0]])
STEPS = torch.tensor([[0.0, 1.0, -1.0, 0.5, 2.0, -0.0]])
CERTAIN = torch.tensor([[700.0, -745.0, 1e300, -1e300, 1e-300, 0.0]])

write(
    # softmax cross-entropy
    [cross_entropy(torch.randn(5, 3), labels(5, 3), labelSmoothing=e) for e in SMOOTHINGS]
    + [cross_entropy(torch.randn(6, 3), torch.tensor([0, 1, 2, 2, 1, 0]), classWeights=w) for w in WEIGHTS]
    + [cross_entropy(torch.randn(6, 3), labels(6, 3), classWeights=WEIGHTS[0], labelSmoothing=e) for e in SMOOTHINGS]
    + [cross_entropy(torch.randn(6, 3) * 9, torch.tensor([0, 1, 0, 1, 2, 2]), classWeights=WEIGHTS[1], labelSmoothing=0.1)]
    + [cross_entropy(torch.randn(n, c) * scale, probabilities(n, c)) for n, c, scale in ((5, 3, 1), (1, 10, 30), (4, 1, 1))]
    + [cross_entropy(torch.randn(4, 3), torch.rand(4, 3) * 3)]  # rows that don't sum to 1
    + [cross_entropy(torch.randn(4, 3), probabilities(4, 3), classWeights=w, labelSmoothing=0.2) for w in WEIGHTS[:3]]
    + [cross_entropy(HUGE, torch.tensor([1, 0, 2, 1]), labelSmoothing=0.1)]
    + [cross_entropy(HUGE, torch.tensor([1, 0, 2, 1]), classWeights=WEIGHTS[0])]
    + [cross_entropy(HUGE, probabilities(4, 3), classWeights=WEIGHTS[1], labelSmoothing=0.1)]
    # hinge
    + [hinge(torch.randn(n, c), labels(n, c)) for n, c in ((5, 3), (1, 10), (3, 1), (40, 2))]
    + [hinge(torch.randn(5, 4), labels(5, 4), margin=m) for m in (0.0, 0.25, 10.0)]
    + [hinge(torch.randn(5, 4), labels(5, 4), squared=True, margin=m) for m in (1.0, 3.0)]
    + [hinge(torch.randn(6, 3), torch.tensor([0, 1, 2, 2, 1, 0]), classWeights=w) for w in WEIGHTS]
    + [hinge(torch.randn(6, 3), labels(6, 3), classWeights=WEIGHTS[0], squared=True, sumColumns=True)]
    + [hinge(torch.randn(5, 3), labels(5, 3), sumColumns=True)]
    + [hinge(TIES, torch.tensor([0, 1, 2, 0, 0]), margin=m, squared=p) for m in (0.0, 1.0) for p in (False, True)]
    + [hinge(HUGE[:1], torch.tensor([2])), hinge(HUGE[2:3], torch.tensor([2]), squared=True)]
    # regression
    + [f(torch.randn(5, 3), torch.randn(5, 3)) for f in (squared, absolute, huber)]
    + [f(torch.randn(4, 1) * 9, torch.randn(4, 1)) for f in (squared, absolute, huber)]
    + [f(torch.randn(5, 3), torch.randn(5, 3), sumColumns=True) for f in (squared, absolute, huber)]
    + [squared(torch.randn(5, 3), torch.randn(5, 3), half=True, sumColumns=s) for s in (False, True)]
    + [huber(torch.randn(5, 3), torch.randn(5, 3), delta=d) for d in (0.1, 2.0, 1e-300, 1e300)]
    + [f(FAR, NEAR) for f in (squared, absolute, huber)]
    + [f(STEPS, torch.zeros(1, 6)) for f in (squared, absolute, huber)]  # kinks and borders
    + [f(torch.tensor([[1e300]]), torch.tensor([[-1e300]])) for f in (absolute, huber)]
    # binary cross-entropy
    + [binary(torch.randn(n, c) * scale, torch.rand(n, c)) for n, c, scale in ((5, 1, 1), (4, 3, 1), (4, 3, 30))]
    + [binary(torch.randn(6, 2), torch.randint(0, 2, (6, 2)).double(), sumColumns=s) for s in (False, True)]
    + [binary(torch.randn(4, 2), torch.rand(4, 2), posWeight=w) for w in (3.0, 0.0, [0.5, 20.0], [1e-300, 1e300])]
    + [binary(CERTAIN, t.expand(1, 6)) for t in torch.tensor([[0.0], [1.0], [0.25]])]
)
