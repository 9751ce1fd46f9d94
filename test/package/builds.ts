import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inject } from "vitest";

export type Library = typeof import("spiralnet");
type Plot = typeof import("spiralnet/plot");
type Files = typeof import("spiralnet/node");
type Check = typeof import("spiralnet/check");
type Onnx = typeof import("spiralnet/onnx");

/** The built package as it was loaded: as an ES module or with `require`. */
export interface Build {
  readonly name: "ESM" | "CJS";
  readonly library: Library;
  readonly plot: Plot;
  readonly node: Files;
  readonly check: Check;
  readonly onnx: Onnx;
}

/** A file of the installed package. */
export const installed = (...path: string[]): string =>
  join(inject("project"), "node_modules/spiralnet", ...path);

/** Both builds, loaded side by side as two copies of the package. */
export async function loadBuilds(): Promise<[esm: Build, cjs: Build]> {
  const require = createRequire(join(inject("project"), "program.js"));
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(installed("dist", file)).href);
  return [
    {
      name: "ESM",
      library: await load("index.js"),
      plot: await load("plot.js"),
      node: await load("node.js"),
      check: await load("check.js"),
      onnx: await load("onnx.js"),
    },
    {
      name: "CJS",
      library: require("spiralnet"),
      plot: require("spiralnet/plot"),
      node: require("spiralnet/node"),
      check: require("spiralnet/check"),
      onnx: require("spiralnet/onnx"),
    },
  ];
}
