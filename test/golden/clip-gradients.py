"""Gradients clipped by PyTorch in float64, and their norm before.

Run: python3 clip-gradients.py (PyTorch 1.13)
"""

import torch
from golden import write

torch.manual_seed(6)
torch.set_default_dtype(torch.float64)


def clipped(scale, by, limit):
    gradients = [torch.randn(3, 4) * scale, torch.randn(1, 4) * scale]
    parameters = [torch.zeros_like(g, requires_grad=True) for g in gradients]
    for p, g in zip(parameters, gradients):
        p.grad = g.clone()
    if by == "norm":
        norm = torch.nn.utils.clip_grad_norm_(parameters, limit).item()
    else:
        torch.nn.utils.clip_grad_value_(parameters, limit)
        norm = torch.linalg.vector_norm(torch.cat([g.flatten() for g in gradients])).item()
    return {
        "by": by,
        "limit": limit,
        "gradients": [g.tolist() for g in gradients],
        "norm": norm,
        "clipped": [p.grad.tolist() for p in parameters],
    }


write(
    [
        clipped(1, "norm", 0.5),
        clipped(1, "norm", 100.0),
        clipped(1e-3, "norm", 1e-3),
        clipped(1e100, "norm", 5.0),
        clipped(1, "value", 0.5),
        clipped(1, "value", 100.0),
        clipped(1e100, "value", 1e100),
    ]
)
