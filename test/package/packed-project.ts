import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const REPOSITORY: string = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Makes a temporary project, installs the packed package in it and returns its folder. Needs a built `dist`,
 * but no network, since the package has no dependencies.
 */
export function packedProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "spiralnet-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const packed = runNpm(folder, "pack", "--json", "--ignore-scripts", REPOSITORY).stdout;
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  runNpm(folder, "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${filename}`);
  return folder;
}

/** Runs npm in a folder and returns its output; throws an error with the output if npm fails. */
export function runNpm(folder: string, ...args: string[]): { stdout: string; stderr: string } {
  const { stdout, stderr, status, error } = spawnSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause: error });
  return { stdout, stderr };
}
