"""Data sets of scikit-learn, of which ours take the definitions and the order of random numbers.

Run: python3 datasets.py (NumPy 2.4, scikit-learn 1.9; any version since 0.23 does)
"""

import numpy as np
from golden import write
from sklearn.datasets import load_iris, make_blobs, make_circles, make_moons


def case(name, seed, options, made):
    return {"name": name, "seed": seed, "options": options, **dict(zip(["x", "y", "centers"], made))}


def moons(seed, points, noise=0, shuffle=True):
    made = make_moons(points, noise=noise, shuffle=shuffle, random_state=seed)
    return case("moons", seed, {"points": points, "noise": noise, "shuffle": shuffle}, made)


def circles(seed, points, noise=0, factor=0.8, shuffle=True):
    made = make_circles(points, noise=noise, factor=factor, shuffle=shuffle, random_state=seed)
    return case("circles", seed, {"points": points, "noise": noise, "factor": factor, "shuffle": shuffle}, made)


def blobs(seed, points, centers=3, deviation=1, shuffle=True):
    made = make_blobs(
        points, centers=centers, cluster_std=deviation, shuffle=shuffle, random_state=seed, return_centers=True
    )
    return case("blobs", seed, {"points": points, "centers": centers, "deviation": deviation, "shuffle": shuffle}, made)


def plane(seed, points, noise):
    """Not in scikit-learn."""
    random = np.random.RandomState(seed)
    x = random.uniform(-6, 6, (points, 2))
    y = x.sum(1, keepdims=True) / 10 + noise * random.randn(points, 1)
    return case("regressionPlane", seed, {"points": points, "noise": noise}, [x, y])


def iris():
    data = load_iris()
    return case("iris", 0, {}, [data.data, data.target])


write(
    [
        moons(0, 20, noise=0.1),
        moons(1, 7),
        moons(2, 6, noise=0.3, shuffle=False),
        moons(3, 2),
        moons(4, 1),
        circles(0, 20, noise=0.05),
        circles(1, 9, factor=0.25),
        circles(2, 6, noise=0.2, factor=0, shuffle=False),
        circles(3, 1),
        blobs(0, 20),
        blobs(1, 11, centers=4, deviation=0.25, shuffle=False),
        blobs(2, 8, centers=[[0, 0, 100], [-5, 5, 0]], deviation=[0.5, 2]),
        blobs(3, 2, centers=5),
        plane(0, 10, 0),
        plane(1, 10, 0.5),
        iris(),
    ]
)
