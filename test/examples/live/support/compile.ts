import { resolve } from "node:path";
import ts from "typescript";

/** What the compiler finds wrong in programs, under the settings of this repository. */
export function compilerErrors(programs: Readonly<Record<string, string>>): string[] {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, process.cwd());
  const texts = new Map(Object.entries(programs).map(([name, text]) => [resolve(`${name}.ts`), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, language, ...others) => {
    const text = texts.get(path);
    if (text === undefined) return getSourceFile(path, language, ...others);
    return ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const diagnostics = [...program.getOptionsDiagnostics()];
  for (const path of texts.keys()) {
    const file = program.getSourceFile(path);
    diagnostics.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file));
  }
  return diagnostics.map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
  );
}
