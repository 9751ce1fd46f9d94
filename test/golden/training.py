"""Gradient descent on whole models with an L2 penalty on the weights, by PyTorch's autograd in float64.

Run: python3 training.py (PyTorch 1.13)
"""

import torch
from golden import write

torch.manual_seed(8)
torch.set_default_dtype(torch.float64)

FUNCTIONS = {"ReLU": torch.relu, "Sigmoid": torch.sigmoid, "Tanh": torch.tanh}


def train(widths, activation, rows, rate, strength, steps):
    x, y = torch.randn(rows, widths[0]), torch.randint(0, widths[-1], (rows,))
    weights = [torch.randn(a, b) * 0.7 for a, b in zip(widths, widths[1:])]
    biases = [torch.randn(1, b) * 0.1 for b in widths[1:]]
    start = [[w.tolist(), b.tolist()] for w, b in zip(weights, biases)]
    for p in weights + biases:
        p.requires_grad_()
    optimizer = torch.optim.SGD(weights + biases, lr=rate)
    losses = []
    for _ in range(steps):
        h = x
        for i, (w, b) in enumerate(zip(weights, biases)):
            h = (h if i == 0 else FUNCTIONS[activation](h)) @ w + b
        loss = torch.nn.functional.cross_entropy(h, y) + sum(0.5 * strength * (w * w).sum() for w in weights)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    end = [[w.tolist(), b.tolist()] for w, b in zip(weights, biases)]
    return {
        **{"widths": widths, "activation": activation, "learningRate": rate, "strength": strength},
        **{"x": x.tolist(), "y": y.tolist(), "start": start, "losses": losses, "end": end},
    }


write(
    [
        train([2, 3], "ReLU", 6, 1.0, 0.1, 6),
        train([3, 5, 3], "ReLU", 7, 0.5, 1e-3, 6),
        train([2, 4, 4, 2], "Tanh", 5, 0.1, 0.01, 6),
        train([4, 3, 5], "Sigmoid", 8, 2.0, 0, 6),
    ]
)
