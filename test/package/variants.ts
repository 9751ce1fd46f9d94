import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { tsc } from "./tsc.js";

const SOURCE = fileURLToPath(new URL("./programs/softmax-classifier.ts", import.meta.url));

/** A way to use the package. `write` writes the program into a project and returns the file to run. */
export interface Variant {
  readonly name: string;
  readonly write: (project: string) => string;
}

/**
 * JavaScript with both kinds of modules, and TypeScript, strictly compiled, with every way to resolve
 * modules.
 */
export const variants: readonly Variant[] = [
  { name: "ES module", write: writeModule },
  { name: "CommonJS", write: writeCommonJS },
  { name: "TypeScript, nodenext", write: (project) => compile(project, "nodenext", "mts", "mjs") },
  { name: "TypeScript, nodenext, CommonJS", write: (project) => compile(project, "nodenext", "cts", "cjs") },
  { name: "TypeScript, bundler", write: (project) => compile(project, "bundler", "ts", "js") },
  { name: "TypeScript, node10", write: (project) => compile(project, "node10", "ts", "js") },
];

/** Writes the program as an ES module. */
export function writeModule(project: string): string {
  return transpile(project, "mjs", ts.ModuleKind.ES2022);
}

/** Writes the program as CommonJS. */
export function writeCommonJS(project: string): string {
  return transpile(project, "cjs", ts.ModuleKind.CommonJS);
}

/** Writes the program as it is, for runtimes that run TypeScript. */
export function writeTypeScript(project: string): string {
  copyFileSync(SOURCE, join(project, "softmax-classifier.ts"));
  return "softmax-classifier.ts";
}

function transpile(project: string, extension: string, module: ts.ModuleKind): string {
  const compilerOptions = { module, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, "utf8"), { compilerOptions });
  const file = `softmax-classifier.${extension}`;
  writeFileSync(join(project, file), outputText);
  return file;
}

/** How TypeScript finds the types of a package. */
type Resolution = "nodenext" | "bundler" | "node10";

const MODULES: Record<Resolution, Record<string, unknown>> = {
  nodenext: { module: "nodenext" },
  bundler: { module: "esnext" },
  // Deprecated in TypeScript 6, but still in use.
  node10: { module: "commonjs", ignoreDeprecations: "6.0" },
};

function compile(project: string, resolution: Resolution, from: string, to: string): string {
  const folder = `${resolution}-${from}`;
  mkdirSync(join(project, folder), { recursive: true });
  copyFileSync(SOURCE, join(project, folder, `softmax-classifier.${from}`));
  if (resolution === "node10") writeFileSync(join(project, folder, "package.json"), '{ "type": "commonjs" }');
  tsc(join(project, folder), {
    ...MODULES[resolution],
    moduleResolution: resolution,
    lib: ["es2022", "dom"], // dom has console
  });
  return join(folder, `softmax-classifier.${to}`);
}
