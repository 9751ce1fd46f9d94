"""Writes golden values beside the script that made them, floats with all their digits."""

import json
import sys
from pathlib import Path

import numpy as np


def plain(value):
    """NumPy's values as JSON has them."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    raise TypeError(f"cannot write {type(value)}")


def write(cases):
    """One case a line, so that a change is easy to see."""
    target = Path(sys.argv[0]).with_suffix(".json")
    lines = [json.dumps(case, default=plain, allow_nan=False, separators=(",", ":")) for case in cases]
    target.write_text("[\n" + ",\n".join(lines) + "\n]\n")
