import { readdirSync } from "node:fs";

/** The pages to look at: home, the guides, the modules, and one page of each kind that the API has. */
export const pages: readonly string[] = [
  "index.html",
  "modules.html",
  ...pagesUnder("documents"),
  ...pagesUnder("modules"),
  "classes/spiralnet.Matrix.html",
  "classes/spiralnet.Dense.html",
  "functions/spiralnet.gradientCheck.html",
  "functions/spiralnet.softmaxCrossEntropy.html",
  "interfaces/spiralnet.TrainOptions.html",
  "types/spiralnet.Broadcast.html",
  "source/layers/dense.html",
];

function pagesUnder(folder: string): string[] {
  return readdirSync(`site/${folder}`).map((name) => `${folder}/${encodeURIComponent(name)}`);
}
