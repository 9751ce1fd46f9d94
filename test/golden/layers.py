"""Outputs and gradients of layers, from PyTorch's autograd in float64.

Run: python3 layers.py (PyTorch 1.13)
"""

import torch
from golden import write

torch.manual_seed(5)
torch.set_default_dtype(torch.float64)


def dense(rows, inputs, outputs, scale):
    x, w, b = (torch.randn(*s) * scale for s in ((rows, inputs), (inputs, outputs), (1, outputs)))
    gradient = torch.randn(rows, outputs)
    leaves = [t.requires_grad_() for t in (x, w, b)]
    y = x @ w + b
    y.backward(gradient)
    names = {"x": x, "weights": w, "biases": b, "gradient": gradient, "y": y}
    grads = dict(zip(("dx", "dWeights", "dBiases"), (t.grad for t in leaves)))
    return {"layer": "Dense"} | {k: v.detach().numpy() for k, v in {**names, **grads}.items()}


def activation(layer, function, x):
    gradient = torch.randn(*x.shape)
    x = x.clone().requires_grad_()
    y = function(x)
    y.backward(gradient)
    values = {"x": x, "gradient": gradient, "y": y, "dx": x.grad}
    return {"layer": layer} | {k: v.detach().numpy() for k, v in values.items()}


FUNCTIONS = {"ReLU": torch.relu, "Sigmoid": torch.sigmoid, "Tanh": torch.tanh}
INPUTS = [
    torch.randn(4, 5),
    torch.randn(3, 3) * 10,
    torch.tensor([[0.0, -0.0, 1e-8, -1e-8], [40.0, -40.0, 700.0, -700.0], [1e300, -1e300, 5e-324, -5e-324]]),
]

write(
    [dense(1, 1, 1, 1), dense(4, 2, 3, 1), dense(2, 5, 1, 10), dense(6, 3, 4, 1e-3), dense(0, 2, 3, 1)]
    + [activation(name, function, x) for name, function in FUNCTIONS.items() for x in INPUTS]
)
