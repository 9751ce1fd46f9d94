import { spawnSync } from "node:child_process";

/** A Python with a package. */
export interface Python {
  readonly command: string;
  /** Versions of the package and of Python, and the library that multiplies matrices, where that can be told. */
  readonly version: string;
}

const SETTINGS = /^(OPENBLAS|NVPL|MKL|BLIS|OMP|GOTO)_/;
const found = new Map<string, Python | undefined>();

/** The environment for Python: one thread, and none of the settings that hold the libraries for linear algebra back. */
export function pythonEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
  const one = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  return { ...Object.fromEntries(kept), ...one, PYTHONDONTWRITEBYTECODE: "1" };
}

/**
 * The Python whose copy of a package is the fastest at a large product and many small operations: some come without OpenBLAS, some take
 * new memory from the system for each result. `BENCH_PYTHON` names one more to try.
 */
export function pythonWith(name: string): Python | undefined {
  if (!found.has(name)) {
    const commands = new Set([process.env.BENCH_PYTHON, "/usr/bin/python3", "python3"]);
    const pythons = [...commands].flatMap((command) => (command ? (probe(command, name) ?? []) : []));
    pythons.sort((a, b) => a.time - b.time);
    found.set(name, pythons[0]);
  }
  return found.get(name);
}

/** What a program of Python prints; undefined if it fails. */
export function ask(command: string, program: string): string | undefined {
  const { status, stdout } = spawnSync(command, ["-c", program], {
    env: pythonEnvironment(),
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : undefined;
}

function probe(command: string, name: string): (Python & { time: number }) | undefined {
  const answer = ask(
    command,
    `
import json, platform, re, time
import numpy, ${name} as library
x, tall, wide = library.ones((512, 512)), library.ones((300, 2)), library.ones((2, 100))
times = []
for _ in range(5):
    start = time.perf_counter()
    library.matmul(x, x)
    for _ in range(200):
        h = library.matmul(tall, wide) + 1.0
        h = h * h
    times.append(time.perf_counter() - start)
try:
    libraries = open("/proc/self/maps").read()
except OSError:
    libraries = ""
blas = next((b for b in ("openblas", "mkl", "blis", "atlas", "libblas") if b in libraries), "an unknown BLAS")
blas = {"libblas": "the reference BLAS", "openblas": "OpenBLAS", "mkl": "MKL"}.get(blas, blas)
print(json.dumps({
    "version": f"{library.__version__} with {blas} in Python {platform.python_version()}",
    "time": min(times),
}))`,
  );
  return answer === undefined
    ? undefined
    : { command, ...(JSON.parse(answer) as { version: string; time: number }) };
}
