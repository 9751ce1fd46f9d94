import { spawnSync } from "node:child_process";

/** A Python that has a module, such as Debian's with the package python3-torch; undefined if there is none. */
export function findPython(module: string): string | undefined {
  return ["python3", "/usr/bin/python3"].find(
    (command) => spawnSync(command, ["-c", `import ${module}`]).status === 0,
  );
}

/** Like `findPython`, with a warning if there is none. */
export function pythonWith(module: string): string | undefined {
  const found = findPython(module);
  if (found === undefined) console.warn(`Skipped tests with Python: no python3 can import ${module}.`);
  return found;
}

/** Runs a script with JSON for its input and returns the JSON that it prints. */
export function runPython(python: string, script: string, input: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(python, [script], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${script} failed:\n${stderr}`);
  return JSON.parse(stdout);
}
