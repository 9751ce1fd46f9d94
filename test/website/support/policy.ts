import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The strictest content security policy under which the whole site works. */
export function policyFor(folder: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${inlineScripts(folder).join(" ")}`,
    "worker-src blob:",
    "style-src 'self' 'unsafe-inline'", // for formulas, and typedoc's own script
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
  ].join("; ");
}

/** The hashes of the scripts within typedoc's pages, which are the same on each. */
function inlineScripts(folder: string): string[] {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  return [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
}
