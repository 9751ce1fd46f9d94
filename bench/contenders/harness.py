"""What the contenders in Python share with child.ts: the task, the data, the clock, the answer."""

import itertools
import json
import resource
import statistics
import sys
import time

import numpy as np

PRODUCT_SHARE = 0.3
CHUNK = 0.02


class Network:
    """A network to train: the data in batches, the initial weights."""

    def __init__(self, job, dtype):
        self.rows, self.inputs, self.hidden, self.classes = (job[k] for k in ("rows", "inputs", "hidden", "classes"))
        self.learning_rate, self.l2 = job["learningRate"], job["l2"]
        adam = job.get("adam")
        self.adam = adam and (adam["beta1"], adam["beta2"], adam["epsilon"])
        x = read(job, "x").reshape(job["examples"], self.inputs).astype(dtype)
        y = read(job, "y").astype(np.int64)
        starts = range(0, job["examples"] - self.rows + 1, self.rows)
        self.batches = [(x[i : i + self.rows], y[i : i + self.rows]) for i in starts]
        self.w1 = read(job, "w1").reshape(self.inputs, self.hidden).astype(dtype)
        self.w2 = read(job, "w2").reshape(self.hidden, self.classes).astype(dtype)


def read(job, name):
    return np.fromfile(f"{job['data']}/{name}")


def measure(call, pace, share=1.0):
    """Milliseconds of one call: the median over chunks of about 20 ms. See measure.ts."""
    warm_up, duration = pace["warmUp"] * share / 1e3, pace["duration"] * share / 1e3
    start = time.perf_counter()
    calls, elapsed = 0, 0.0
    while calls == 0 or elapsed < warm_up or (calls < 8 and elapsed < calls):
        call()
        calls += 1
        elapsed = time.perf_counter() - start
    length = max(1, round(CHUNK * calls / elapsed))
    fewest = 1 if elapsed > calls else 3
    times, total = [], 0.0
    while total < duration or len(times) < fewest:
        began = time.perf_counter()
        for _ in range(length):
            call()
        spent = time.perf_counter() - began
        times.append(spent / length)
        total += spent
    return statistics.median(times) * 1e3


def answer(network, product, predict):
    """
    Does the task in the first argument. `network` makes a step and a loss function, `predict` a function of a row,
    `product` a function for a product.
    """
    task = json.loads(sys.argv[1])
    job, check, pace = task["job"], task["check"], task.get("pace")
    dtype = np.float64 if task["float"] == 64 else np.float32
    result = {"times": {}}
    if job["kind"] == "network":
        step, loss = network(Network(job, dtype), task.get("variant"))
        if check:
            for _ in range(job["checkAfter"]):
                step()
            result["check"] = float(loss())
        if pace:
            result["times"][job["size"]] = measure(step, pace)
    elif job["kind"] == "predict":
        given = Network(job, dtype)
        scores_of = predict(given)
        if check:
            result["check"] = sum(checksum(scores_of(x)) for x, _ in given.batches[: job["checkAfter"]])
        if pace:
            rows = itertools.cycle([x for x, _ in given.batches])
            result["times"][job["size"]] = measure(lambda: scores_of(next(rows)), pace)
    else:
        left, right = read(job, "left"), read(job, "right")
        for n in job["sizes"]:
            run = product(*(values[: n * n].reshape(n, n).astype(dtype) for values in (left, right)))
            if check and n == job["sizes"][0]:
                result["check"] = checksum(run())
            if pace:
                result["times"][n] = measure(run, pace, PRODUCT_SHARE)
    print(json.dumps({**result, "peak": peak_memory()}))


def checksum(values):
    """See child.ts."""
    out = np.asarray(values, dtype=np.float64).ravel()
    return float(np.sum(out * (np.arange(out.size) % 7 + 1)))


def peak_memory():
    """Bytes. See measure.ts."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
