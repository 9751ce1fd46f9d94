import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const core = fileURLToPath(new URL("./src/index.ts", import.meta.url));

/** The tests that Stryker runs for every mutant: those of the core, without the slow ones and without type checks. */
export default defineConfig({
  resolve: { alias: [{ find: /^spiralnet$/, replacement: core }] },
  test: {
    // Mutants are switched in everywhere, also in the innermost loops.
    testTimeout: 60_000,
    include: [
      "test/{datasets,gradients,golden,initializers,kernels,layers,losses}/**/*.test.ts",
      "test/{matrix,optimizers,random,regularizers,support,training}/**/*.test.ts",
    ],
    exclude: ["test/golden/published-log.test.ts", "test/kernels/without-webassembly.test.ts"],
  },
});
