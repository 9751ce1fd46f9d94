import { defineConfig, type Plugin, type RolldownOptions } from "rolldown";
import { dts } from "rolldown-plugin-dts";

const ENTRIES = {
  index: "src/index.ts",
  plot: "src/plot/index.ts",
  node: "src/node/index.ts",
  check: "src/check/index.ts",
  onnx: "src/onnx/index.ts",
};

/** The package as ES modules or as CommonJS: its programs and their declarations. */
function build(format: "esm" | "cjs", ending: "js" | "cjs"): RolldownOptions[] {
  const output = {
    dir: "dist",
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `shared.${ending}`,
    paths: { entry: `./index.${ending}` },
  };
  // Each program is one file, so that what has no module resolver can load it, too.
  const programs = Object.entries(ENTRIES).map(([name, file]) => ({
    input: { [name]: file },
    platform: "neutral" as const,
    external: /^node:/,
    transform: { target: "es2022" },
    plugins: [importEntry],
    output: {
      ...output,
      format,
      sourcemap: true,
      comments: { jsdoc: false }, // editors find them in the declarations
      cleanDir: format === "esm" && name === "index", // before the first build only
    },
  }));
  // Declarations have the syntax of ES modules in both kinds. The plugin names them .d.ts and .d.cts.
  const declarations = {
    input: ENTRIES,
    external: /^node:/,
    plugins: [importEntry, dts({ emitDtsOnly: true })],
    checks: { bundlerTimings: false }, // TypeScript takes most of the time
    output: { ...output, format: "esm" as const },
  };
  return [...programs, declarations];
}

/**
 * Makes the other programs import the public API from the entry beside them. A second copy of it would have its own
 * kernels, and its own classes, which `instanceof` tells apart.
 */
const importEntry: Plugin = {
  name: "import-entry",
  resolveId: (source) => (source === "../index.js" ? { id: "entry", external: true } : undefined),
};

export default defineConfig([...build("esm", "js"), ...build("cjs", "cjs")]);
