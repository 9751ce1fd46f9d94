import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject, test } from "vitest";

const root = join(inject("project"), "node_modules/spiralnet");
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
const built = files.filter((file) => file.startsWith("dist/"));
const read = (file: string) => readFileSync(join(root, file), "utf8");

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}
const maps = built
  .filter((file) => file.endsWith(".map"))
  .map((file) => ({ file, map: JSON.parse(read(file)) as SourceMap }));

test("the package holds what it should and nothing else", () => {
  expect(files.filter((file) => !file.startsWith("dist/")).sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "THIRD-PARTY-NOTICES.md",
    "package.json",
  ]);
  for (const extension of ["js", "js.map", "cjs", "cjs.map", "d.ts", "d.cts"]) {
    expect(built).toContain(`dist/index.${extension}`);
    expect(built).toContain(`dist/plot.${extension}`);
  }
  // The types that both entries share have a hash in their name.
  const others = built.filter((file) => !/^dist\/(index|plot)\./.test(file));
  expect(others.filter((file) => !/^dist\/\w+-\w{8}\.d\.c?ts$/.test(file))).toEqual([]);
});

test.each([
  ["js", /\bfrom\s*"([\w./:@-]+)"/g],
  ["cjs", /\brequire\("([\w./:@-]+)"\)/g],
])("the core is one .%s file, from which the pictures import what they use of it", (extension, imports) => {
  const importedBy = (name: string) =>
    [...read(`dist/${name}.${extension}`).matchAll(imports)].map(([, from]) => from);
  expect(importedBy("index")).toEqual([]);
  expect(new Set(importedBy("plot"))).toEqual(new Set([`./index.${extension}`]));
  expect(read(`dist/plot.${extension}`)).not.toContain("WebAssembly");
});

test("the manifest names files that are there", () => {
  const manifest = JSON.parse(read("package.json"));
  const named = JSON.stringify([manifest.main, manifest.module, manifest.types, manifest.exports]);
  const paths = [...named.matchAll(/"(\.\/[^"]+\.[^"]+)"/g)].map(([, path]) => path as string);
  expect(paths.length).toBeGreaterThanOrEqual(11);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("every program has a source map that holds its sources", () => {
  const programs = built.filter((file) => /\.c?js$/.test(file));
  for (const file of programs) {
    const map = /^\/\/# sourceMappingURL=(.+)$/m.exec(read(file))?.[1] as string;
    expect(built).toContain(join(dirname(file), map));
  }
  expect(maps).toHaveLength(programs.length);
  for (const { file, map } of maps) {
    expect(map.sources.length, file).toBeGreaterThan(0);
    expect(
      map.sources.filter((_, i) => !map.sourcesContent?.[i]),
      file,
    ).toEqual([]);
  }
});

test("nothing tells where it was built", () => {
  expect(files.filter((file) => read(file).includes(process.cwd()))).toEqual([]);
});

test("every package that is built in is named in the notices, with its licence", () => {
  const sources = maps.flatMap(({ map }) => map.sources);
  const packages = new Set(
    sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
  );
  expect(packages).toContain("d3-contour");
  const notices = read("THIRD-PARTY-NOTICES.md");
  expect([...packages].filter((name) => !notices.includes(name))).toEqual([]);
});
