"""What the contenders in Python share: the task, the data, the clock, the answer."""

import json
import resource
import statistics
import sys
import time

import numpy as np

CHECK_ITERATIONS = 100
PRODUCT_SHARE = 0.3
CHUNK = 0.02
FEWEST = 3


class Network:
    """A network to train: the data in batches, and the initial weights."""

    def __init__(self, job, dtype):
        def read(name):
            return np.fromfile(f"{job['data']}/{name}.f64")

        self.rows, self.inputs, self.hidden, self.classes = (job[k] for k in ("rows", "inputs", "hidden", "classes"))
        self.learning_rate, self.l2 = job["learningRate"], job["l2"]
        x = read("x").reshape(job["examples"], self.inputs).astype(dtype)
        y = read("y").astype(np.int64)
        starts = range(0, job["examples"] - self.rows + 1, self.rows)
        self.batches = [(x[i : i + self.rows], y[i : i + self.rows]) for i in starts]
        self.w1 = read("w1").reshape(self.inputs, self.hidden).astype(dtype)
        self.w2 = read("w2").reshape(self.hidden, self.classes).astype(dtype)


def measure(call, pace, share=1.0):
    """Milliseconds that one call takes: the median over chunks of about 20 ms."""
    warm_up, duration = pace["warmUp"] * share / 1e3, pace["duration"] * share / 1e3
    start = time.perf_counter()
    warm = 0
    while True:
        call()
        warm += 1
        elapsed = time.perf_counter() - start
        if elapsed >= warm_up:
            break
    guess = elapsed / warm
    length = max(1, round(CHUNK / guess))
    fewest = 1 if guess > 1 else FEWEST
    times, total = [], 0.0
    while total < duration or len(times) < fewest:
        began = time.perf_counter()
        for _ in range(length):
            call()
        spent = time.perf_counter() - began
        times.append(spent / length)
        total += spent
    return statistics.median(times) * 1e3


def answer(network, product):
    """Does the task in the first argument. `network` makes a step and a loss function, `product` a function for a product."""
    task = json.loads(sys.argv[1])
    job, options, pace = task["job"], task["options"], task.get("pace")
    dtype = np.float64 if options["precision"] == 64 else np.float32
    result = {}
    if job["kind"] == "network":
        step, loss = network(Network(job, dtype), options.get("variant"))
        if pace:
            result["perIteration"] = measure(step, pace)
        else:
            for _ in range(CHECK_ITERATIONS):
                step()
            result["check"] = float(loss())
    else:
        result = _products(job, dtype, product, pace)
    result["peak"] = _peak_memory()
    print(json.dumps(result))


def _peak_memory():
    """Bytes. Linux counts what the parent had into ru_maxrss, but not into VmHWM."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _products(job, dtype, product, pace):
    left, right = (np.fromfile(f"{job['data']}/{name}.f64") for name in ("left", "right"))

    def prepare(n):
        return product(*(values[: n * n].reshape(n, n).astype(dtype) for values in (left, right)))

    if not pace:
        out = np.asarray(prepare(job["sizes"][0])(), dtype=np.float64).ravel()
        return {"check": float(np.sum(out * (np.arange(out.size) % 7 + 1)))}
    return {"speeds": {n: {"gflops": 2 * n**3 / measure(prepare(n), pace, PRODUCT_SHARE) / 1e6} for n in job["sizes"]}}
