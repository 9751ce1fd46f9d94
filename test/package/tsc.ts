import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const TSC = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/**
 * Compiles a folder and the package's declarations with the strictest options; throws the compiler's
 * messages.
 */
export function tsc(folder: string, options: Record<string, unknown>): void {
  const compilerOptions = {
    target: "es2022",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    isolatedModules: true,
    skipLibCheck: false,
    types: [],
    ...options,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  try {
    execFileSync(process.execPath, [TSC, "--project", folder], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error(`tsc: ${(error as { stdout: string }).stdout}`);
  }
}
