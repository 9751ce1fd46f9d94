import { defineConfig } from "vitest/config";

/** The tests of the documentation site in browsers. They build it first. */
export default defineConfig({
  test: {
    reporters: ["default", "./scripts/closing-line-reporter.ts"],
    include: ["test/site/**/*.test.ts"],
    globalSetup: "test/site/setup.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
