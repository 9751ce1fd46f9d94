import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path/posix";

/** The files with documented code: the README, the changelog, the guides, and the sources with their doc comments. */
export function snippetSources(): string[] {
  const pages = ["README.md", "CHANGELOG.md"].filter((path) => existsSync(path));
  return [...pages, ...filesUnder("docs", ".md"), ...filesUnder("src", ".ts")];
}

function filesUnder(folder: string, ending: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths
    .map((path) => join(folder, path.replaceAll("\\", "/")))
    .filter((path) => path.endsWith(ending))
    .sort();
}
