import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A new temporary project with the packed package installed in it; returns its folder. Needs a built `dist`, but no network: the
 * dependencies are packed from where they are installed here.
 */
export function packedProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "spiralnet-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const { dependencies } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8"));
  const packages = Object.keys(dependencies).map((name) => join(REPOSITORY, "node_modules", name));
  const packed = npm(folder, "pack", "--json", "--ignore-scripts", REPOSITORY, ...packages);
  const tarballs = (JSON.parse(packed) as { filename: string }[]).map(({ filename }) => `./${filename}`);
  npm(folder, "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", ...tarballs);
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
