/**
 * Compiles the kernels if they are missing. `npm install` compiles them too, unless it is told to ignore
 * scripts.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

if (!existsSync(pathOf("../src/kernels/wasm/binary.ts"))) {
  execFileSync(process.execPath, ["--import", "tsx", pathOf("build-kernels.ts")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
