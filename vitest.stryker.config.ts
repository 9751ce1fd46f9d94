import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const core = fileURLToPath(new URL("./src/index.ts", import.meta.url));

/**
 * The tests that Stryker runs for every mutant: those of the core except the slow ones, without type checks.
 */
export default defineConfig({
  resolve: { alias: [{ find: /^spiralnet$/, replacement: core }] },
  test: {
    // Every mutant is a condition in the code, in the innermost loops, too.
    testTimeout: 60_000,
    include: [
      "test/{checkpoints,data,datasets,errors,gradients,golden,initializers,kernels,layers,losses}/**/*.test.ts",
      "test/{matrix,metrics,optimizers,parameters,random,regularizers,schedules,support,training}/**/*.test.ts",
    ],
    exclude: ["test/golden/published-log.test.ts", "test/kernels/without-webassembly.test.ts"],
  },
});
