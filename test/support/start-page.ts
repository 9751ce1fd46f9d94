import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";

// The programs of docs/start.md, for the tests that run them where the page says.

const page = new URL("../../docs/start.md", import.meta.url);
const fences = new MarkdownIt()
  .parse(readFileSync(page, "utf8"), {})
  .filter(({ type }) => type === "fence")
  .map(({ info, content }) => ({ info: info.trim(), content }));

/** The block with these words after its backquotes, such as `js main.js`. */
export function startBlock(info: string): string {
  const found = fences.filter((fence) => fence.info === info);
  if (found.length !== 1) throw new Error(`docs/start.md has ${found.length} blocks "${info}"; expected one`);
  return (found[0] as { content: string }).content;
}

/** The arguments of the command that the page gives to run a file with a program, such as `node`. */
export function startCommand(program: string, file: string): string[] {
  const lines = fences.filter(({ info }) => info === "sh").flatMap(({ content }) => content.split("\n"));
  const found = lines.filter((line) => line.startsWith(`${program} `) && line.endsWith(` ${file}`));
  if (found.length !== 1) {
    throw new Error(`docs/start.md runs ${file} with ${program} ${found.length} times; expected once`);
  }
  return (found[0] as string).slice(program.length + 1).split(" ");
}

/** The program of the page. */
export const program: string = startBlock("ts");

/** The program in CommonJS, with the import that the page gives. */
export const commonJS: string = replaced(program, /^import .*?;$/ms, startBlock("js train.cjs").trimEnd());

/** The program for a worker, with the last line that the page gives. */
export const worker: string = replaced(program, /^console\.log.*\n$/m, startBlock("js worker.js"));

/** What the program prints. */
export const printed: string = startBlock("text").trimEnd();

/** A text with one of its parts replaced; throws if it has no such part. */
export function replaced(text: string, part: string | RegExp, by: string): string {
  const result = text.replace(part, () => by);
  if (result === text) throw new Error(`there is nothing like ${part} in ${text}`);
  return result;
}
