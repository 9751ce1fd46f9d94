"""e^x for x <= 0 from 60 decimal digits: the nearest float64, and what is left, in units in the last place."""

import json
import math
import pathlib
import random
from decimal import Decimal, getcontext

getcontext().prec = 60
random.seed(0)
arguments = [0.0, -5e-324, -1e-300, -1e-17, -(2.0**-53), -0.34657359027997264, -0.3465735902799727, -1.0, -708.5, -745.1]
arguments += [-(10.0 ** random.uniform(-18, 2.8)) for _ in range(250)]
arguments += [-random.uniform(0, 2) for _ in range(350)]
arguments += [-random.uniform(700, 745) for _ in range(60)]


def row(x):
    exact = Decimal(x).exp()
    nearest = float(exact)
    rest = (exact - Decimal(nearest)) / Decimal(math.ulp(nearest))
    return {"x": x, "nearest": nearest, "rest": round(float(rest), 6)}


path = pathlib.Path(__file__).with_suffix(".json")
path.write_text("[\n" + ",\n".join(json.dumps(row(x)) for x in arguments) + "\n]\n")
