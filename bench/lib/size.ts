import { builtinModules } from "node:module";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { CONTENDERS } from "./contenders.js";
import { figure, table } from "./format.js";
import { median } from "./measure.js";
import { ROOT } from "./paths.js";
import type { AllResults } from "./results.js";

/** Import times and sizes of the libraries that run in a page: a line for each set of packages. */
export async function sizeTable(results: AllResults): Promise<string> {
  const libraries = CONTENDERS.filter(({ python, packages }) => !python && packages.length > 0);
  const rows: string[][] = [];
  const seen = new Set<string>();
  for (const { name, file, packages } of libraries) {
    if (seen.has(packages.join())) continue;
    seen.add(packages.join());
    const imports = Object.values(results).flatMap(({ answers }) =>
      (answers[name] ?? []).flatMap(({ imported }) => imported ?? []),
    );
    const whole = await gzipped(packages.map((each) => `export * from "${each}";`).join("\n"));
    const used = await gzipped(`export * from "./contenders/${file}.ts";`);
    const time = imports.length > 0 ? figure(median(imports), " ms") : "";
    rows.push([name, time, figure(whole / 1000, " kB"), figure(used / 1000, " kB")]);
  }
  return table(["", "import", "whole, gzip", "what is used here, gzip"], rows);
}

/** Bytes of a module for a page, minified and gzipped. */
async function gzipped(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: [...builtinModules, "node:*"],
    logLevel: "error",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
