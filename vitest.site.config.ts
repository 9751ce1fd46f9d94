import { defineConfig } from "vitest/config";

/** The tests of the built site in real browsers. They build it first. */
export default defineConfig({
  test: {
    reporters: ["default", "./scripts/closing-line-reporter.ts"],
    include: ["test/website/**/*.test.ts"],
    globalSetup: "test/website/support/serve.ts",
    // Each file starts both browsers.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
