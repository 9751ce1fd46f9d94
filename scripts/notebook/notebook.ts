import { readFileSync } from "node:fs";

/** A notebook in Jupyter's format, version 4.5, with cells of code and of Markdown. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

type Cell = MarkdownCell | CodeCell;

interface MarkdownCell extends CellBase {
  readonly cell_type: "markdown";
}

export interface CodeCell extends CellBase {
  readonly cell_type: "code";
  execution_count: number | null;
  outputs: readonly Output[];
}

interface CellBase {
  readonly id: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: Text;
}

/** What a cell has printed, or a value that it has shown, in one or more media types. */
export type Output =
  | { readonly output_type: "stream"; readonly name: string; readonly text: Text }
  | {
      readonly output_type: "display_data" | "execute_result";
      readonly data: Readonly<Record<string, Text>>;
    };

/** A text, or its lines, each with its end. */
export type Text = string | readonly string[];

export function readNotebook(path: string | URL): Notebook {
  return JSON.parse(readFileSync(path, "utf8")) as Notebook;
}

export function codeCells({ cells }: Notebook): CodeCell[] {
  return cells.filter((cell) => cell.cell_type === "code");
}

export function textOf(text: Text): string {
  return typeof text === "string" ? text : text.join("");
}

/** The text as a notebook stores it. */
export function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** What the cells have printed, line by line. */
export function printedLines(cells: readonly CodeCell[]): string[] {
  const texts = cells.flatMap(({ outputs }) =>
    outputs.map((output) => (output.output_type === "stream" ? textOf(output.text) : "")),
  );
  return texts.join("").trimEnd().split("\n");
}
