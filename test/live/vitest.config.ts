import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

/** The live page in Chromium and Firefox, which must be installed. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^spiralnet\/onnx$/, replacement: source("onnx/index.ts") },
      { find: /^spiralnet$/, replacement: source("index.ts") },
    ],
  },
  test: {
    reporters: ["default", "./scripts/closing-line-reporter.ts"],
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/live/**/*.test.ts"],
    globalSetup: "test/live/setup.ts",
    // Frame rates are measured: one browser at a time.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
