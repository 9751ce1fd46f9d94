"""BatchNorm and LayerNorm after some training passes, from PyTorch's autograd in float64.

Run: python3 normalization.py (PyTorch 1.13)
"""

import torch
from golden import write

torch.manual_seed(13)
torch.set_default_dtype(torch.float64)


def case(layer, norm, options, batches, offset=0.0):
    """The outputs and gradients of the last pass.

    An offset is added to every number of x here, and in PyTorch only for the running statistics: it changes neither y
    nor a gradient, but costs PyTorch up to ten digits of them. The numbers are multiples of 2^-20, so that the sums
    are exact.
    """
    width = batches[0].shape[1]
    norm.weight, norm.bias = (torch.nn.Parameter(torch.randn(width)) for _ in range(2))
    x = batches[-1].clone().requires_grad_()
    y = norm(x)
    gradient = torch.randn(*y.shape)
    y.backward(gradient)
    return {
        "layer": layer,
        "options": {"width": width, **options},
        "parameters": {"scale": norm.weight, "shift": norm.bias},
        "batches": [x + offset for x in batches],
        "gradient": gradient,
        "y": y,
        "dx": x.grad,
        "gradients": {"scale": norm.weight.grad, "shift": norm.bias.grad},
    }


def after_training(norm, batches):
    """The running statistics, and inference on the first batch."""
    norm.reset_running_stats()
    for x in batches:
        norm(x)
    norm.eval()
    return {"means": norm.running_mean, "variances": norm.running_var, "predicted": norm(batches[0])}


def plain(value):
    """Tensors as NumPy's arrays."""
    if isinstance(value, torch.Tensor):
        return value.detach().numpy()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def batch_norm(batches, momentum=0.1, epsilon=1e-5, offset=0.0):
    norm = torch.nn.BatchNorm1d(batches[0].shape[1], momentum=momentum, eps=epsilon)
    trained = case("BatchNorm", norm, {"momentum": momentum, "epsilon": epsilon}, batches, offset)
    return plain(trained | after_training(norm, [x + offset for x in batches]))


def layer_norm(x, epsilon=1e-5, offset=0.0):
    norm = torch.nn.LayerNorm(x.shape[1], eps=epsilon)
    return plain(case("LayerNorm", norm, {"epsilon": epsilon}, [x], offset))


def batches(count, rows, width, scale=1.0, mean=0.0):
    return [torch.randn(rows, width) * scale + mean for _ in range(count)]


def dyadic(count, rows, width):
    return [torch.round(x * 2**20) / 2**20 for x in batches(count, rows, width)]


def with_constant_column(x):
    x[:, 1] = 0.1
    return x


write(
    [
        batch_norm(batches(1, 6, 3)),
        batch_norm(batches(5, 6, 3, scale=3, mean=-2)),
        batch_norm(batches(2, 2, 1, scale=1e-3)),
        batch_norm(batches(3, 5, 4, scale=1e-2), momentum=0.3, epsilon=1e-2),
        batch_norm(batches(3, 5, 2), momentum=1.0, epsilon=1e-12),
        batch_norm(batches(3, 5, 2), momentum=0.0),
        batch_norm(batches(2, 7, 2, scale=1e100)),
        batch_norm(batches(2, 7, 2, scale=1e-100), epsilon=1e-200),
        batch_norm([with_constant_column(x) for x in batches(3, 4, 3)]),
        batch_norm(dyadic(4, 8, 3), offset=1e6),
        layer_norm(batches(1, 4, 5)[0]),
        layer_norm(batches(1, 3, 2, scale=1e-3)[0]),
        layer_norm(batches(1, 3, 6, scale=1e-2, mean=1)[0], epsilon=1e-2),
        layer_norm(batches(1, 3, 6, scale=1e100)[0], epsilon=1e-12),
        layer_norm(batches(1, 1, 7)[0]),
        layer_norm(dyadic(1, 5, 8)[0], offset=1e6),
    ]
)
