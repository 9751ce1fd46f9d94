import { spawnSync } from "node:child_process";

/** A Python that has PyTorch, such as Debian's with the package python3-torch; undefined if there is none. */
export const python: string | undefined = ["python3", "/usr/bin/python3"].find(
  (command) => spawnSync(command, ["-c", "import torch"]).status === 0,
);

if (python === undefined) console.warn("Skipped tests with PyTorch: no python3 can import torch.");

/** Runs a script with JSON for its input and returns the JSON that it prints. */
export function runPython(script: string, input: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(python as string, [script], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return JSON.parse(stdout);
}
