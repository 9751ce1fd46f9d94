"""Learning rates of PyTorch's schedulers, step after step, in float64.

Run: python3 schedules.py (PyTorch 1.13)
"""

import warnings

import torch
from golden import write
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    ExponentialLR,
    LinearLR,
    OneCycleLR,
    SequentialLR,
    StepLR,
)

warnings.filterwarnings("ignore")


def rates(schedule, rate, steps, make):
    """`schedule` is the same in this library's words."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)
    scheduler = make(optimizer)
    found = []
    for i in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if i + 1 < steps:
            scheduler.step()
    return {"schedule": schedule, "rates": found}


def sequence(*parts):
    """Pairs of a scheduler and how many steps it lasts; the last one has no end."""

    def make(optimizer):
        milestones = [sum(n for _, n in parts[: i + 1]) for i in range(len(parts) - 1)]
        return SequentialLR(optimizer, [part(optimizer) for part, _ in parts], milestones)

    return make


write(
    [
        rates("stepDecay(0.5, { every: 7 })", 0.5, 40, lambda o: StepLR(o, 7)),
        rates("stepDecay(0.5, { every: 10, factor: 0.3 })", 0.5, 40, lambda o: StepLR(o, 10, 0.3)),
        rates("exponentialDecay(0.5, { factor: 0.9 })", 0.5, 60, lambda o: ExponentialLR(o, 0.9)),
        rates("exponentialDecay(1e-6, { factor: 1.2 })", 1e-6, 60, lambda o: ExponentialLR(o, 1.2)),
        rates("cosine(0.5, { steps: 20 })", 0.5, 21, lambda o: CosineAnnealingLR(o, 20)),
        rates("cosine(0.5, { steps: 33, minimum: 0.01 })", 0.5, 34, lambda o: CosineAnnealingLR(o, 33, 0.01)),
        rates("linearWarmup(0.3, { steps: 5 })", 0.3, 10, lambda o: LinearLR(o)),
        rates("linearWarmup(0.3, { steps: 12, from: 0.003 })", 0.3, 20, lambda o: LinearLR(o, 0.01, total_iters=12)),
        rates("oneCycle(0.5, { steps: 40 })", 0.1, 40, lambda o: OneCycleLR(o, 0.5, 40)),
        rates("oneCycle(0.5, { steps: 7, warmup: 0.5 })", 0.1, 7, lambda o: OneCycleLR(o, 0.5, 7, pct_start=0.5)),
        rates("oneCycle(0.5, { steps: 9, warmup: 0 })", 0.1, 9, lambda o: OneCycleLR(o, 0.5, 9, pct_start=0.0)),
        rates(
            "oneCycle(0.5, { steps: 30, warmup: 0.1, from: 0.125, minimum: 0.00125 })",
            0.1,
            30,
            lambda o: OneCycleLR(o, 0.5, 30, pct_start=0.1, div_factor=4, final_div_factor=100),
        ),
        rates(
            "linearWarmup(cosine(0.4, { steps: 20 }), { steps: 6, from: 0.1 })",
            0.4,
            27,
            sequence((lambda o: LinearLR(o, 0.25, total_iters=6), 6), (lambda o: CosineAnnealingLR(o, 20), None)),
        ),
        rates(
            "sequence(exponentialDecay(0.4, { factor: 0.9 }), 8, sequence(stepDecay(0.4, { every: 3 }), 9, constant(0.4)))",
            0.4,
            30,
            sequence(
                (lambda o: ExponentialLR(o, 0.9), 8),
                (lambda o: StepLR(o, 3), 9),
                (lambda o: LinearLR(o, 1.0, total_iters=1), None),
            ),
        ),
    ]
)
