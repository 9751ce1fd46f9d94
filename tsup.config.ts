import { defineConfig, type Options } from "tsup";

/**
 * The pictures import what they use of the public API from the entry beside them: two copies of the core would have classes and kernels
 * of their own, and a file that both entries share would be one more to find and to read whenever the package is imported.
 */
const coreBeside: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "core-beside",
  setup({ initialOptions, onResolve }) {
    const extension = initialOptions.format === "cjs" ? "cjs" : "js";
    onResolve({ filter: /^\.\.\/index\.js$/ }, () => ({ path: `./index.${extension}`, external: true }));
  },
};

/** Properties that no user ever sees, by the length and number of their names: they get short ones. */
const INTERNAL =
  /^(arrays|centred|colStride|continues|double|forget|keep|kept|maxAndSum|methods|pointer|probs|recall|released|rounding|rowStride|saved|start|uint32|upTo)$/;

export default defineConfig({
  entry: { index: "src/index.ts", plot: "src/plot/index.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  splitting: false,
  sourcemap: true,
  clean: true,
  // d3's packages are ESM only, so CJS could not require them on every Node that is supported.
  noExternal: [/^d3-/],
  // Less to read and to parse when the package is imported. Names stay, since messages and stack traces show them; the rest is in the maps.
  esbuildOptions(options) {
    options.minifyWhitespace = true;
    options.minifySyntax = true;
    options.mangleProps = INTERNAL;
  },
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  esbuildPlugins: [coreBeside],
});
