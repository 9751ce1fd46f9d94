"""The softmax cross-entropy, its gradient and the probabilities, from PyTorch's autograd in float64.

Run: python3 softmax-cross-entropy.py (PyTorch 1.13)
"""

import torch
from golden import write

torch.manual_seed(6)
torch.set_default_dtype(torch.float64)


def case(scores, labels):
    scores = scores.clone().requires_grad_()
    loss = torch.nn.functional.cross_entropy(scores, labels)
    loss.backward()
    values = {"scores": scores, "labels": labels, "gradient": scores.grad, "probabilities": scores.softmax(1)}
    return {"loss": loss.item()} | {k: v.detach().numpy() for k, v in values.items()}


def drawn(rows, cols, scale, shift=0.0):
    return case(torch.randn(rows, cols) * scale + shift, torch.randint(0, cols, (rows,)))


HUGE = torch.tensor([[1e300, -1e300, 0.0], [-1e300, -1e300, -1e300], [1e300, 1e300, 1e300], [0.0, 700.0, -700.0]])

write(
    [drawn(5, 3, 1), drawn(1, 10, 1), drawn(7, 2, 0.01), drawn(4, 4, 30), drawn(4, 4, 1e3), drawn(3, 5, 1e300)]
    + [drawn(3, 3, 1, 1e6), drawn(3, 1, 1), drawn(1, 1, 5)]
    + [case(HUGE, torch.tensor(labels)) for labels in ([0, 1, 2, 1], [1, 0, 0, 2])]
)
