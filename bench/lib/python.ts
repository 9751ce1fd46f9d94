import { spawnSync } from "node:child_process";

interface Python {
  readonly command: string;
  /** Of the library, its BLAS and Python. */
  readonly version: string;
}

const PROGRAM = `
import platform, LIBRARY as library
library.matmul(library.ones((9, 9)), library.ones((9, 9)))
maps = open("/proc/self/maps").read() if platform.system() == "Linux" else ""
blas = next((name for name in ("openblas", "mkl", "blis", "atlas", "libblas") if name in maps), "an unknown BLAS")
print(library.__version__, "with", blas, "in Python", platform.python_version())`;
const found = new Map<string, Python | undefined>();

/** The first of `BENCH_PYTHON`, `/usr/bin/python3` and `python3` that has a library. */
export function pythonWith(library: string): Python | undefined {
  if (!found.has(library)) found.set(library, findPython(library));
  return found.get(library);
}

function findPython(library: string): Python | undefined {
  const program = PROGRAM.replace("LIBRARY", library);
  const own = process.env.BENCH_PYTHON;
  for (const command of [...(own ? [own] : []), "/usr/bin/python3", "python3"]) {
    const options = { env: pythonEnvironment(), encoding: "utf8" } as const;
    const { status, stdout } = spawnSync(command, ["-c", program], options);
    if (status === 0) return { command, version: stdout.trim() };
  }
  return undefined;
}

/** One thread, and none of the settings that hold linear algebra back. */
export function pythonEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(OPENBLAS|MKL|BLIS|OMP|GOTO)_/.test(name));
  const one = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  return { ...Object.fromEntries(kept), ...one, PYTHONDONTWRITEBYTECODE: "1" };
}
