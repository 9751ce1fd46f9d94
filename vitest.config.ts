import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

const alias = [
  { find: /^spiralnet\/plot$/, replacement: source("plot/index.ts") },
  { find: /^spiralnet\/node$/, replacement: source("node/index.ts") },
  { find: /^spiralnet\/check$/, replacement: source("check/index.ts") },
  { find: /^spiralnet\/onnx$/, replacement: source("onnx/index.ts") },
  { find: /^spiralnet$/, replacement: source("index.ts") },
];

export default defineConfig({
  test: {
    reporters: ["default", "./scripts/closing-line-reporter.ts"],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // The folders of the snippets are named like their sources, so the pattern above matches them, too.
      exclude: ["test/**", "src/kernels/wasm/assembly/**"],
      reporter: ["text-summary", "json-summary", "html"],
      thresholds: { branches: 95 },
    },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "examples/homework/*.test.ts"],
          exclude: [
            "test/package/**",
            "test/platforms/**",
            "test/website/**",
            "test/live/**",
            "test/examples/programs.test.ts",
          ],
          testTimeout: 60_000, // properties run hundreds of cases, on slow machines, too
          typecheck: { enabled: true, include: ["test/**/*.test-d.ts"] },
        },
      },
      {
        test: {
          name: "examples",
          include: ["test/examples/programs.test.ts"],
          testTimeout: 600_000, // one of them learns 8 000 pictures, on slow machines, too
        },
      },
      {
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: "test/package/setup.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
