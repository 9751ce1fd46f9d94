import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The runtimes have a folder of their own. npm would run this repository's scripts with a Node that is among
 * the repository's dependencies.
 */
const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/platforms/", import.meta.url));

const node = `npm:node-${process.platform.replace("win32", "win")}-${process.arch}`;

/** They are optional, so that npm installs the others if one is not available. */
const optionalDependencies = {
  "node-20": `${node}@20.20.2`,
  "node-22": `${node}@22.23.3`,
  "node-24": `${node}@24.21.0`,
  deno: "2.9.6",
  bun: "1.4.5",
};

/** Installs the missing runtimes from npm's registry. */
export function installRuntimes(): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify({ private: true, optionalDependencies }));
  try {
    execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], {
      cwd: FOLDER,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  } catch (error) {
    console.error(`installing the runtimes failed: ${(error as Error).message}`);
  }
}

/** The path of a Node of this major version. */
export function nodeBinary(major: number): string {
  return installed(`Node ${major}`, `node-${major}/bin/node`);
}

/** The path of Deno or Bun. */
export function binary(name: "deno" | "bun"): string {
  return installed(name, `.bin/${name}`);
}

function installed(name: string, path: string): string {
  const file = join(FOLDER, "node_modules", path);
  if (!existsSync(file)) throw new Error(`${name} is missing: npm could not install it`);
  return file;
}
