import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { noteLicenses, writeLicenses } from "./licenses.js";

const source = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The live page takes the library from its source, and can be served from any folder. */
export default defineConfig({
  root: here("."),
  base: "./",
  resolve: {
    alias: [
      { find: /^spiralnet\/onnx$/, replacement: source("onnx/index.ts") },
      { find: /^spiralnet\/check$/, replacement: source("check/index.ts") },
      { find: /^spiralnet$/, replacement: source("index.ts") },
      { find: /^node:util$/, replacement: "node-inspect-extracted" },
    ],
  },
  plugins: [noteLicenses(), writeLicenses()],
  worker: {
    format: "es",
    plugins: () => [noteLicenses()],
    // The library's messages name its classes.
    rolldownOptions: { output: { keepNames: true } },
  },
  build: {
    target: "es2022",
    cssTarget: ["chrome123", "firefox128", "safari17.5"],
    // An inlined file would be a data: URL, which the page's policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    rolldownOptions: {
      input: { index: here("index.html"), "spiral-net": here("spiral-net.ts") },
      // Pages that embed the live page name this file.
      output: {
        entryFileNames: ({ name }) => (name === "spiral-net" ? "[name].js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
