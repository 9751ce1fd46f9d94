import { transformSync } from "esbuild";
import * as spiralnet from "spiralnet";

/** What a program has made and printed. */
export interface Ran {
  readonly model: spiralnet.Sequential;
  readonly printed: readonly string[];
}

/** Runs a program with the library of this repository, or another one. */
export function runProgram(code: string, library: Readonly<Record<string, unknown>> = { spiralnet }): Ran {
  const { code: script } = transformSync(`${code}\nexport { model };`, { loader: "ts", format: "cjs" });
  const printed: string[] = [];
  const module = { exports: {} as { model: spiralnet.Sequential } };
  const run = new Function("module", "exports", "require", "console", script);
  const require = (name: string) => {
    if (!(name in library)) throw new Error(`The program imports ${name}`);
    return library[name];
  };
  run(module, module.exports, require, { log: (line: string) => printed.push(line) });
  return { model: module.exports.model, printed };
}
