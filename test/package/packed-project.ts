import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A new temporary project with the packed package installed in it; returns its folder. Needs a built `dist`, but no network:
 * the package depends on nothing.
 */
export function packedProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "spiralnet-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const packed = npm(folder, "pack", "--json", "--ignore-scripts", REPOSITORY);
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  npm(folder, "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${filename}`);
  return folder;
}

function npm(folder: string, ...args: string[]): string {
  return execFileSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
}
