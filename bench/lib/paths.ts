import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The directory of this package, found from its sources as well as from what is built of them. */
export const ROOT: string = (() => {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, "package.json"))) directory = dirname(directory);
  return directory;
})();

export const CACHE: string = join(ROOT, ".cache");
export const BUILD: string = join(CACHE, "build");
export const RESULTS: string = join(ROOT, "results");
export const DOCS: string = join(ROOT, "../docs");
