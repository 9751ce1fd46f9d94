"""What scikit-learn's StandardScaler learns and makes.

Run: python3 standardizer.py (NumPy 2.4, scikit-learn 1.9)
"""

import numpy as np
from golden import write
from sklearn.preprocessing import StandardScaler


def case(name, x):
    x = np.asarray(x, dtype=float)
    scaler = StandardScaler().fit(x)
    transformed = scaler.transform(x)
    return {
        "name": name,
        "x": x,
        "means": scaler.mean_,
        "deviations": scaler.scale_,
        "transformed": transformed,
        "inverseOfTwice": scaler.inverse_transform(2 * transformed),
    }


random = np.random.RandomState(0)
write(
    [
        case("normals of different means and deviations", random.randn(12, 4) * [1, 1e-6, 1e6, 3] + [0, 1e-3, -7, 40]),
        case("a constant column", [[1, 0.1, 5], [2, 0.1, 5], [4, 0.1, 5]]),
        case("a column that is constant up to rounding", [[1, 0.1 + 0.2], [2, 0.3], [3, 0.3]]),
        case("a single row", [[3, -4]]),
        case("no columns but one", [[1], [3], [8], [-2]]),
        case("large numbers", [[1e150, 2e100], [-3e150, 5e100], [2e150, 1e100]]),
        case("small numbers", [[1e-150, 2e-100], [-3e-150, 5e-100], [2e-150, 1e-100]]),
    ]
)
