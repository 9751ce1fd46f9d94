import { fileURLToPath } from "node:url";
import ts from "typescript";
import { type CodeCell, textOf } from "../../scripts/notebook/notebook.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CELLS = `${ROOT}examples/case-study.cells.ts`;
const DENO = `${ROOT}examples/case-study.deno.d.ts`;

/** What the cells use of Deno. */
const DENO_TYPES = `declare namespace Deno {
  namespace jupyter {
    function html(strings: TemplateStringsArray, ...values: unknown[]): object;
  }
}`;

/**
 * The compiler's errors in the cells, which are compiled as one module with this repository's options, each with the
 * line of code that has it.
 */
export function compileErrors(cells: readonly CodeCell[]): string[] {
  const code = cells.map(({ source }) => `${textOf(source)};`).join("\n");
  const files = new Map([
    [CELLS, code],
    [DENO, DENO_TYPES],
  ]);
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const lines = code.split("\n");
  const module = program.getSourceFile(CELLS) as ts.SourceFile;
  const errors = [...program.getSyntacticDiagnostics(module), ...program.getSemanticDiagnostics(module)];
  return errors.map(({ start, messageText }) => {
    const { line } = module.getLineAndCharacterOfPosition(start as number);
    return `${lines[line]}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = Object.entries(options.paths ?? {}).map(([name, targets]) => [`npm:${name}`, targets]);
  return { ...options, types: [], paths: { ...options.paths, ...Object.fromEntries(paths) } };
}
