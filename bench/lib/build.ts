import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { BUILD, ROOT } from "./paths.js";

/** Compiles the children, so that nothing but Node, the contender and its library is in the memory of their processes. */
export async function buildChildren(): Promise<void> {
  rmSync(BUILD, { recursive: true, force: true });
  const contenders = readdirSync(join(ROOT, "contenders")).filter((file) => file.endsWith(".ts"));
  await build({
    entryPoints: [
      ...["child.ts", "memory-child.ts"].map((file) => join(ROOT, file)),
      ...contenders.map((file) => join(ROOT, "contenders", file)),
    ],
    outdir: BUILD,
    outbase: ROOT,
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
  });
}
