"""Values of a weight and a bias after steps of PyTorch's optimizers in float64, on random gradients.

The learning rate is halved after 20 steps. With decayBiases False, the bias is in a parameter group without weight decay.

Run: python3 optimizers.py (PyTorch 1.13)
"""

import torch
from golden import write

torch.manual_seed(5)
torch.set_default_dtype(torch.float64)

STEPS = 50
CHECKED = [1, 2, 3, 20, 21, 50]
weights, biases = torch.randn(2, 3), torch.randn(1, 3)
# Sizes from the least to the largest whose square is a float64.
sizes = torch.tensor([[1e-150, 1e-8, 1.0], [1.0, 1e3, 1e100]])
gradients = [(torch.randn(2, 3) * sizes, torch.randn(1, 3)) for _ in range(STEPS)]


def case(name, torch_options={}, **options):
    """What PyTorch gives; the options under its names, then all of them under ours."""
    parameters = [weights.clone().requires_grad_(), biases.clone().requires_grad_()]
    decay = options.get("weightDecay", 0)
    of_biases = decay if options.get("decayBiases", True) else 0
    groups = [{"params": [p], "weight_decay": d} for p, d in zip(parameters, (decay, of_biases))]
    optimizer = getattr(torch.optim, name)(groups, lr=options["learningRate"], **torch_options)
    values = []
    for i, gradient in enumerate(gradients):
        if i == 20:
            for group in optimizer.param_groups:
                group["lr"] /= 2
        for p, g in zip(parameters, gradient):
            p.grad = g.clone()
        optimizer.step()
        if i + 1 in CHECKED:
            values.append([p.tolist() for p in parameters])
    return {"name": name, "options": options, "values": values}


write(
    [
        {
            "checked": CHECKED,
            "start": [weights.tolist(), biases.tolist()],
            "gradients": [[w.tolist(), b.tolist()] for w, b in gradients],
        },
        case("SGD", learningRate=0.1),
        case("SGD", learningRate=0.1, weightDecay=0.3),
        case("SGD", learningRate=0.1, weightDecay=0.3, decayBiases=False),
        case("SGD", dict(momentum=0.9), learningRate=0.1, momentum=0.9),
        case("SGD", dict(momentum=0.5), learningRate=0.1, momentum=0.5, weightDecay=0.3),
        case("SGD", dict(momentum=0.9, dampening=0.25), learningRate=0.1, momentum=0.9, dampening=0.25),
        case("SGD", dict(momentum=0.9, nesterov=True), learningRate=0.1, momentum=0.9, nesterov=True),
        case(
            "SGD", dict(momentum=0.7, nesterov=True), learningRate=0.2, momentum=0.7, nesterov=True, weightDecay=0.1
        ),
        case("RMSprop", learningRate=0.01),
        case("RMSprop", dict(alpha=0.9, eps=1e-3), learningRate=0.1, decay=0.9, epsilon=1e-3),
        case("RMSprop", dict(momentum=0.9), learningRate=0.01, momentum=0.9),
        case("RMSprop", dict(momentum=0.5), learningRate=0.01, momentum=0.5, weightDecay=0.3),
        case("Adagrad", learningRate=0.01),
        case(
            "Adagrad",
            dict(initial_accumulator_value=0.1, eps=1e-6),
            learningRate=0.5,
            initialAccumulator=0.1,
            epsilon=1e-6,
            weightDecay=0.3,
        ),
        case("Adam", learningRate=0.001),
        case("Adam", dict(betas=(0.8, 0.95), eps=1e-3), learningRate=0.1, beta1=0.8, beta2=0.95, epsilon=1e-3),
        case("Adam", dict(betas=(0.0, 0.0)), learningRate=0.1, beta1=0, beta2=0),
        case("Adam", learningRate=0.1, weightDecay=0.3),
        case("AdamW", learningRate=0.1, weightDecay=0.01),
        case("AdamW", learningRate=0.1, weightDecay=0.3, decayBiases=False),
        case(
            "AdamW",
            dict(betas=(0.8, 0.95), eps=1e-3),
            learningRate=0.1,
            beta1=0.8,
            beta2=0.95,
            epsilon=1e-3,
            weightDecay=0.3,
        ),
    ]
)
