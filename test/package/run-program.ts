import { execFileSync } from "node:child_process";

/** Runs a program in a project and returns what it printed; throws what it printed as errors if it fails. */
export function runProgram(project: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, {
    cwd: project,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 120_000,
  });
}
