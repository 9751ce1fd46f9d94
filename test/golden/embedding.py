"""Embeddings and the gradients of their vectors, from PyTorch's autograd in float64.

Run: python3 embedding.py (PyTorch 1.13)
"""

import torch
import torch.nn.functional as F
from golden import write

torch.manual_seed(7)
torch.set_default_dtype(torch.float64)


def case(rows, steps, count, width):
    x = torch.randint(count, (rows, steps))
    weights = torch.randn(count, width).requires_grad_()
    y = F.embedding(x, weights).reshape(rows, steps * width)
    gradient = torch.randn(rows, steps * width)
    y.backward(gradient)
    values = {"x": x, "weights": weights, "gradient": gradient, "y": y, "dWeights": weights.grad}
    return {k: v.detach().numpy() for k, v in values.items()}


write([case(1, 1, 1, 1), case(6, 1, 4, 3), case(4, 3, 5, 2), case(7, 5, 30, 1), case(40, 2, 3, 4)])
