import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { installed } from "./builds.js";

const root = installed();
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

const guide =
  /^docs\/((gallery|primitives|zh)\/)?[\w-]+\.(md|svg|png)$|^examples\/((homework|support)\/)?[\w.-]+\.(ts|ipynb)$/;

test("the package holds its programs, declarations and documents, and nothing else", () => {
  expect(files.filter((file) => !file.startsWith("dist/") && !guide.test(file)).sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "THIRD-PARTY-NOTICES.md",
    "package.json",
  ]);
  for (const extension of ["js", "js.map", "cjs", "cjs.map", "d.ts", "d.cts"]) {
    expect(built).toContain(`dist/index.${extension}`);
    expect(built).toContain(`dist/plot.${extension}`);
    expect(built).toContain(`dist/node.${extension}`);
    expect(built).toContain(`dist/check.${extension}`);
    expect(built).toContain(`dist/onnx.${extension}`);
  }
  // Types that several entries use may have a file of their own.
  expect(
    built.filter((file) => !/^dist\/((index|plot|node|check|onnx)\.|shared\.d\.c?ts$)/.test(file)),
  ).toEqual([]);
});

test.each([
  ["js", /\bfrom\s*"([\w./:@-]+)"/g],
  ["cjs", /\brequire\("([\w./:@-]+)"\)/g],
])("the core is one .%s file, and the other entries import it", (extension, imports) => {
  const importedBy = (name: string) =>
    [...read(`dist/${name}.${extension}`).matchAll(imports)].map(([, from]) => from);
  expect(importedBy("index")).toEqual([]);
  expect(new Set(importedBy("plot"))).toEqual(new Set([`./index.${extension}`]));
  expect(new Set(importedBy("onnx"))).toEqual(new Set([`./index.${extension}`]));
  const others = new Set(importedBy("node").filter((name) => !name?.startsWith("node:")));
  expect(others).toEqual(new Set([`./index.${extension}`]));
  for (const name of ["plot", "node", "onnx"]) {
    expect(read(`dist/${name}.${extension}`)).not.toContain("WebAssembly");
    expect(read(`dist/${name}.${extension}`)).not.toMatch(/\b(Matrix|ShapeError|PassError) = class\b/);
  }
});

test("no script runs when the package is installed, and npm warns of none", () => {
  const { scripts } = JSON.parse(read("package.json"));
  expect(scripts).not.toHaveProperty("preinstall");
  expect(scripts).not.toHaveProperty("install");
  expect(scripts).not.toHaveProperty("postinstall");
  expect(scripts).not.toHaveProperty("prepare"); // npm warns of it if the package comes from git or a file
});

test("every file that the manifest names exists", () => {
  const { main, module, types, exports, typesVersions } = JSON.parse(read("package.json"));
  const named = JSON.stringify([main, module, types, exports, typesVersions]);
  const paths = [...named.matchAll(/"(\.\/[^"]+\.[^"]+)"/g)].map(([, path]) => path as string);
  expect(paths.length).toBeGreaterThanOrEqual(17);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("every program has a source map with its sources", () => {
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

test("no file names the folder in which it was built", () => {
  expect(files.filter((file) => read(file).includes(process.cwd()))).toEqual([]);
});

test("the notices name every package that is built in", () => {
  const sources = maps.flatMap(({ map }) => map.sources);
  const packages = new Set(
    sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
  );
  expect(packages).toContain("d3-contour");
  expect(packages).toContain("pbf");
  const notices = read("THIRD-PARTY-NOTICES.md");
  expect([...packages].filter((name) => !notices.includes(name))).toEqual([]);
});
