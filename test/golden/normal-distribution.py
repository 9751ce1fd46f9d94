"""The normal distribution, with 60 digits rounded to float64.

Run: python3 normal-distribution.py (mpmath 1.2)
"""

import mpmath as mp
from golden import write

mp.mp.dps = 60
# Over the whole range, and where one approximation ends and the next begins.
seams = [0.66, 0.6600000000000001, 32**0.5]
points = [i / 7 for i in range(-267, 60)] + seams + [-x for x in seams] + [5e-324, -1e-9]

write({"x": x, "cumulative": float(mp.ncdf(x)), "density": float(mp.npdf(x))} for x in points)
