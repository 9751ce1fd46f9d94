"""Outputs and gradients of activations: PyTorch's in float64, and what they are with 60 digits.

PyTorch's own formulas lose digits far from 0: 1 + erf and 1 + tanh cancel, softplus leaves out a term.

Run: python3 activations.py (PyTorch 1.13, mpmath 1.2)
"""

import math

import mpmath as mp
import torch
import torch.nn.functional as F
from golden import write

torch.manual_seed(6)
torch.set_default_dtype(torch.float64)
mp.mp.dps = 60


def sigma(x):
    return 1 / (1 + mp.exp(-x))


def gelu_tanh(x):
    """y and its slope. Beyond 1000 the gate is 0 or 1 to all digits, and its exponential too much for mpmath."""
    if abs(x) > 1000:
        return (x, mp.mpf(1)) if x > 0 else (mp.mpf(0), mp.mpf(0))
    c = mp.sqrt(8 / mp.pi)
    a = mp.mpf("0.044715")
    u = c * (x + a * x**3)
    return x * sigma(u), sigma(u) + x * c * (1 + 3 * a * x**2) * sigma(u) * sigma(-u)


def far(f):
    """Beyond 1e4 these are x and 1, or 0 and 0, to all digits that a float64 has."""
    return lambda x: f(x) if abs(x) < 1e4 else (x, mp.mpf(1)) if x > 0 else (mp.mpf(0), mp.mpf(0))


def leaky(slope):
    a = mp.mpf(slope)  # the float64, not the decimal fraction
    return lambda x: (x, mp.mpf(1)) if x > 0 else (a * x, a)


def elu(alpha):
    a = mp.mpf(alpha)
    return lambda x: (x, mp.mpf(1)) if x > 0 else (a * mp.expm1(max(x, -1e4)), a * mp.exp(max(x, -1e4)))


def softplus(beta):
    b = mp.mpf(beta)
    return far(lambda x: (mp.log1p(mp.exp(b * x)) / b, sigma(b * x)))


ACTIVATIONS = (
    [
        ("LeakyReLU", a, lambda x, a=a: F.leaky_relu(x, a), leaky(a))
        for a in (0.01, 0.3)
    ]
    + [("ELU", a, lambda x, a=a: F.elu(x, a), elu(a)) for a in (1, 0.5)]
    + [
        ("GELU", "none", lambda x: F.gelu(x), far(lambda x: (x * mp.ncdf(x), mp.ncdf(x) + x * mp.npdf(x)))),
        ("GELU", "tanh", lambda x: F.gelu(x, approximate="tanh"), gelu_tanh),
        ("SiLU", None, F.silu, far(lambda x: (x * sigma(x), sigma(x) + x * sigma(x) * sigma(-x)))),
    ]
    + [("Softplus", b, lambda x, b=b: F.softplus(x, b, threshold=700), softplus(b)) for b in (1, 0.25, 3)]
)

INPUTS = [
    torch.randn(4, 5),
    torch.randn(3, 3) * 10,
    torch.linspace(-38, 9, 48).reshape(8, 6),
    torch.tensor([[0.0, -0.0, 1e-8, -1e-8], [40.0, -40.0, 700.0, -700.0]]),
    torch.tensor([[745.0, -745.0, -740.0, 800.0, -800.0], [1e300, -1e300, 1e-300, 5e-324, -5e-324]]),
]


def plain(tensor):
    """As lists; null for the NaN that PyTorch's GELU gives at ±1e300."""
    return [[value if math.isfinite(value) else None for value in row] for row in tensor.detach().tolist()]


def case(layer, parameter, function, exact, x):
    gradient = torch.randn(*x.shape)
    x = x.clone().requires_grad_()
    y = function(x)
    y.backward(gradient)
    torchs = {"x": x, "gradient": gradient, "y": y, "dx": x.grad}
    pairs = [[exact(mp.mpf(value)) for value in row] for row in x.tolist()]
    exacts = {
        "exactY": [[float(y) for y, _ in row] for row in pairs],
        "exactSlope": [[float(slope) for _, slope in row] for row in pairs],
    }
    return {"layer": layer, "parameter": parameter, **{k: plain(v) for k, v in torchs.items()}, **exacts}


def exact_softmax(x, gradient):
    """y and dL/dx of a row."""
    exponentials = [mp.exp(max(mp.mpf(value) - max(x), -1e4)) for value in x]
    y = [value / sum(exponentials) for value in exponentials]
    mean = sum(p * g for p, g in zip(y, gradient))
    return [float(p) for p in y], [float(p * (g - mean)) for p, g in zip(y, gradient)]


def softmax(x):
    gradient = torch.randn(*x.shape)
    x = x.clone().requires_grad_()
    y = torch.softmax(x, 1)
    y.backward(gradient)
    torchs = {"x": x, "gradient": gradient, "y": y, "dx": x.grad}
    rows = [exact_softmax(*row) for row in zip(x.tolist(), gradient.tolist())]
    exacts = {"exactY": [y for y, _ in rows], "exactDx": [dx for _, dx in rows]}
    return {"layer": "Softmax", **{k: plain(v) for k, v in torchs.items()}, **exacts}


SCORES = INPUTS[:2] + [
    torch.randn(5, 1),
    torch.randn(3, 40) * 100,
    torch.tensor([[1e300, -1e300, 0.0], [700.0, -700.0, 0.0], [5e-324, -0.0, 1e-8], [-745.0, 0.0, -40.0]]),
]

write([case(*activation, x) for activation in ACTIVATIONS for x in INPUTS] + [softmax(x) for x in SCORES])
