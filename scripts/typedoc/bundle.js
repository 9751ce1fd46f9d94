// @ts-check
import { build } from "esbuild";

/**
 * Bundles a program into one classic script: a page opened as a file may load nothing else. Returns its text if no
 * file is named for it.
 *
 * @param {string} entry
 * @param {import("esbuild").BuildOptions} options
 */
export async function bundle(entry, options) {
  const { outputFiles = [] } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: options.outfile !== undefined,
    charset: "utf8",
    legalComments: "none",
    tsconfigRaw: {}, // the paths of the project's tsconfig lead to src, not to the built library
    ...options,
  });
  return outputFiles[0]?.text ?? "";
}
