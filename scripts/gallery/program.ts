import { readFileSync } from "node:fs";
import { format } from "node:util";
import { outputFile } from "../../examples/support/output.js";

/** A program of the gallery, and what came out when it ran. */
export interface Program {
  readonly name: string;
  /** The comment at its beginning: its idea. */
  readonly idea: string;
  /** The rest, up to the picture. */
  readonly code: string;
  readonly printed: string;
  readonly svg: string;
}

const FOLDER = new URL("../../examples/gallery/", import.meta.url);

/** The width of code that the site shows whole. */
const WIDTH = 80;

/** Runs a program of examples/gallery. It draws its picture, so that is in examples/output too. */
export async function runProgram(name: string): Promise<Program> {
  const url = new URL(`${name}.ts`, FOLDER);
  const parts = partsOf(name, readFileSync(url, "utf8"));
  const printed = await printedBy(() => import(url.href));
  return { name, ...parts, printed, svg: readFileSync(outputFile(`${name}.svg`), "utf8") };
}

/**
 * The idea and the code of a program. The code leaves out the lines that write the picture to a file, since it
 * runs in pages too. Throws if the program does not have the form of the others.
 */
export function partsOf(name: string, text: string): Pick<Program, "idea" | "code"> {
  const [, comment, program = ""] = /^\/\*\*\n((?: \* .*\n)+) \*\/\n(.*)$/s.exec(text) ?? [];
  const code = program.replace('import { draw } from "../support/output.js";\n', "");
  const ending = `draw("${name}", picture);\n`;
  if (comment === undefined || !code.endsWith(ending) || code.includes("../")) {
    throw new Error(
      `${name}.ts: expected a comment first, imports of the library and draw, and ${ending.trim()} last`,
    );
  }
  const idea = comment.replaceAll(" * ", "").trim().replaceAll("\n", " ");
  return { idea, code: fillImports(code.slice(0, -ending.length)) };
}

/** Puts as many imported names on a line as fit, as the guides do. */
function fillImports(code: string): string {
  return code.replace(/(?<=^import \{\n)(?: {2}.*,\n)+/gm, (names) => {
    const lines = [" "];
    for (const name of names.trim().split(/\n */)) {
      const line = `${lines.at(-1)} ${name}`;
      if (line.length <= WIDTH) lines.splice(-1, 1, line);
      else lines.push(`  ${name}`);
    }
    return `${lines.join("\n")}\n`;
  });
}

async function printedBy(run: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const { log } = console;
  console.log = (...values) => lines.push(format(...values));
  try {
    await run();
  } finally {
    console.log = log;
  }
  return lines.join("\n");
}
