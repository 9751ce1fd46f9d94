"""Outputs and gradients of the layers of test/layers/openness, from PyTorch's autograd in float64.

Run: python3 open-layers.py (PyTorch 1.13)
"""

import torch
from golden import write

torch.manual_seed(8)
torch.set_default_dtype(torch.float64)


def random(*shape):
    return torch.randn(*shape).requires_grad_()


def case(layer, options, x, parameters, y):
    """One layer, with dL/dx and the parameters' gradients for a random dL/dy."""
    gradient = torch.randn(*y.shape)
    y.backward(gradient)
    values = {"x": x, "gradient": gradient, "y": y, "dx": x.grad}
    return {
        "layer": layer,
        "options": options,
        "parameters": {name: value.detach().numpy() for name, value in parameters.items()},
        "gradients": {name: value.grad.numpy() for name, value in parameters.items()},
        **{name: value.detach().numpy() for name, value in values.items()},
    }


def conv2d(rows, height, width, channels, filters, size):
    """PyTorch has the channels first, in pictures and in filters; here they are last."""
    x = random(rows, height * width * channels)
    weights, biases = random(size * size * channels, filters), random(1, filters)
    pictures = x.reshape(rows, height, width, channels).permute(0, 3, 1, 2)
    kernels = weights.reshape(size, size, channels, filters).permute(3, 2, 0, 1)
    y = torch.nn.functional.conv2d(pictures, kernels, biases[0]).permute(0, 2, 3, 1).reshape(rows, -1)
    options = {"height": height, "width": width, "channels": channels, "filters": filters, "size": size}
    return case("Conv2D", options, x, {"weights": weights, "biases": biases}, y)


def rnn(rows, steps, features, hidden):
    """PyTorch has two biases, which are added: the second is 0. Its weights are those here, transposed."""
    x = random(rows, steps * features)
    net = torch.nn.RNN(features, hidden, batch_first=True)
    net.bias_hh_l0.data.zero_()
    y = net(x.reshape(rows, steps, features))[0].reshape(rows, -1)
    result = case("RNN", {"steps": steps, "features": features, "hidden": hidden}, x, {}, y)
    for key, of in (("parameters", lambda p: p.detach()), ("gradients", lambda p: p.grad)):
        result[key] = {
            "inputWeights": of(net.weight_ih_l0).T.numpy(),
            "hiddenWeights": of(net.weight_hh_l0).T.numpy(),
            "biases": of(net.bias_ih_l0)[None].numpy(),
        }
    return result


write(
    [conv2d(2, 4, 3, 2, 3, 2), conv2d(1, 3, 3, 1, 1, 3), conv2d(3, 2, 5, 2, 2, 1)]
    + [rnn(3, 4, 2, 3), rnn(1, 1, 1, 1), rnn(2, 7, 1, 4)]
)
