import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", plot: "src/plot/index.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  // One copy of the core for both entries, in CJS too: two would have classes and kernels of their own.
  splitting: true,
  sourcemap: true,
  clean: true,
  // d3's packages are ESM only, so CJS could not require them on every Node that is supported.
  noExternal: [/^d3-/],
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
