"""The formulas of the initializers, applied to NumPy's random numbers.

Run: python3 initializers.py (NumPy 1.24)
"""

import numpy as np
from golden import write

FORMULAS = {
    "normal": lambda random, fan_in, fan_out: 0.01 * random.randn(fan_in, fan_out),
    "heNormal": lambda random, fan_in, fan_out: random.randn(fan_in, fan_out) * np.sqrt(2 / fan_in),
    "heUniform": lambda random, fan_in, fan_out: random.uniform(
        -np.sqrt(6 / fan_in), np.sqrt(6 / fan_in), (fan_in, fan_out)
    ),
    "glorotNormal": lambda random, fan_in, fan_out: random.randn(fan_in, fan_out) * np.sqrt(2 / (fan_in + fan_out)),
    "glorotUniform": lambda random, fan_in, fan_out: random.uniform(
        -np.sqrt(6 / (fan_in + fan_out)), np.sqrt(6 / (fan_in + fan_out)), (fan_in, fan_out)
    ),
    "lecunNormal": lambda random, fan_in, fan_out: random.randn(fan_in, fan_out) * np.sqrt(1 / fan_in),
    "lecunUniform": lambda random, fan_in, fan_out: random.uniform(
        -np.sqrt(3 / fan_in), np.sqrt(3 / fan_in), (fan_in, fan_out)
    ),
    "zeros": lambda random, fan_in, fan_out: np.zeros((fan_in, fan_out)),
}

write(
    {"name": name, "seed": seed, "inputs": rows, "outputs": cols, "result": formula(np.random.RandomState(seed), rows, cols)}
    for name, formula in FORMULAS.items()
    for seed, rows, cols in [(0, 2, 3), (1, 5, 4), (2, 1, 6)]
)
