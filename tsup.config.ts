import { readFileSync, writeFileSync } from "node:fs";
import { basename, isAbsolute } from "node:path";
import { defineConfig, type Options } from "tsup";

/** Gives the CommonJS programs, which tsup names in their own source maps by where this machine has them, their bare names. */
const bareNames: NonNullable<Options["plugins"]>[number] = {
  name: "bare-names",
  buildEnd({ writtenFiles }) {
    for (const { name } of writtenFiles) {
      if (!name.endsWith(".cjs.map")) continue;
      const map = JSON.parse(readFileSync(name, "utf8")) as { file: string; sources: string[] };
      map.file = basename(map.file);
      map.sources = map.sources.map((source) => (isAbsolute(source) ? basename(source) : source));
      writeFileSync(name, JSON.stringify(map));
    }
  },
};

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
  // Less to read and to parse when the package is imported. Names stay, since messages and stack traces show them; the rest is in the maps.
  esbuildOptions(options) {
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  plugins: [bareNames],
});
