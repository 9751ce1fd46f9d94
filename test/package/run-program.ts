import { execFileSync } from "node:child_process";

/** Runs a program in a folder and returns its output; throws an error with its error output if it fails. */
export function runProgram(project: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, {
    cwd: project,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 120_000,
  });
}
