import { spawnSync } from "node:child_process";

/** Debian's packages, such as python3-torch, belong to the second one. */
const COMMANDS = ["python3", "/usr/bin/python3"];

/** There is no Python, or it lacks a module that a block imports. */
export class MissingPython extends Error {}

/** Runs a block of Python in the working directory and returns what it prints. */
export function runPython(place: string, code: string): string {
  let reason = "there is no python3";
  for (const command of COMMANDS) {
    const { status, stdout, stderr, error } = spawnSync(command, ["-"], { input: code, encoding: "utf8" });
    if (status === 0) return stdout;
    const missing = /^ModuleNotFoundError: (.*)$/m.exec(stderr ?? "")?.[1];
    if (error === undefined && missing === undefined) throw new Error(`${place}: Python failed:\n${stderr}`);
    if (missing !== undefined) reason = missing;
  }
  throw new MissingPython(`${place}: ${reason}`);
}
