import { readFileSync } from "node:fs";
import { katex } from "@mdit/plugin-katex";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { Comparison, type PublishedLog } from "../../examples/support/comparison.js";
import { codeCells, printedLines, readNotebook, textOf } from "../../scripts/notebook/notebook.js";
import { compileErrors } from "./compile-errors.js";

const notebook = readNotebook(new URL("../../examples/case-study.ipynb", import.meta.url));
const cells = codeCells(notebook);
const published = JSON.parse(
  readFileSync(new URL("../golden/published-log.json", import.meta.url), "utf8"),
) as { linear: PublishedLog; twoLayer: PublishedLog };

/** The losses that the lines tell, by iteration. */
function lossesIn(lines: readonly string[]): [iteration: number, loss: number][] {
  return lines.flatMap((line) => {
    const match = /^iteration (\d+): loss (\d\.\d{6})$/.exec(line);
    return match ? [[Number(match[1]), Number(match[2])] as [number, number]] : [];
  });
}

function accuracyIn(lines: readonly string[]): number {
  return Number(/^training accuracy: (\d\.\d\d)$/.exec(lines.at(-1) ?? "")?.[1]);
}

function printedBy(id: string): string[] {
  return printedLines(cells.filter((cell) => cell.id === id));
}

describe("the notebook of the case study", () => {
  test("is a notebook of version 4.5 for Deno's kernel", () => {
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    expect(notebook.metadata).toMatchObject({
      kernelspec: { name: "deno", display_name: "Deno", language: "typescript" },
      language_info: { name: "typescript", file_extension: ".ts" },
    });
  });

  test("has cells with a name each and nothing that an editor or a run has left", () => {
    for (const cell of notebook.cells) {
      expect(["code", "markdown"]).toContain(cell.cell_type);
      expect(cell.id).toMatch(/^[a-z-]{1,64}$/);
      expect(cell.metadata).toEqual({});
      expect(textOf(cell.source).trim()).not.toBe("");
    }
    expect(new Set(notebook.cells.map(({ id }) => id)).size).toBe(notebook.cells.length);
  });

  test("was run from top to bottom", () => {
    expect(cells.map((cell) => cell.execution_count)).toEqual(cells.map((_, i) => i + 1));
    for (const { outputs } of cells) expect(outputs).not.toEqual([]);
  });

  test("compiles under strict TypeScript", () => {
    expect(compileErrors(cells)).toEqual([]);
  });

  test("has formulas that KaTeX can read", () => {
    const markdown = new MarkdownIt().use(katex);
    const texts = notebook.cells.filter((cell) => cell.cell_type === "markdown");
    const page = texts.map(({ source }) => markdown.render(textOf(source))).join("");
    expect(page).toContain('class="katex-display"');
    expect(page).not.toMatch(/katex-error|\$/);
  });

  test.each([
    ["train-linear", published.linear, "20 of 20 losses match the published log to the last digit."],
    [
      "train-network",
      published.twoLayer,
      "7 of 10 losses match the published log to the last digit, and the other 3 within 5e-6.",
    ],
  ])("shows the published log in cell %s", (id, log, verdict) => {
    const lines = printedBy(id);
    const comparison = new Comparison(log);
    for (const [iteration, loss] of lossesIn(lines)) comparison.compareLoss(iteration, loss);
    comparison.compareAccuracy(accuracyIn(lines));
    expect(lines).toHaveLength(log.loss.length + 1);
    expect(comparison.verdict).toBe(verdict);
  });

  test("shows each picture as an image with a description", () => {
    const pictures = cells.filter(({ source }) => /^show\(/m.test(textOf(source)));
    expect(pictures).toHaveLength(4);
    for (const { outputs } of pictures) {
      const [output] = outputs;
      const html = output?.output_type === "execute_result" ? textOf(output.data["text/html"] ?? "") : "";
      const [, description, source] =
        /^<img alt="([^"]+)" src="data:image\/svg\+xml,([^"]+)">$/.exec(html) ?? [];
      expect(description).not.toBe("");
      expect(decodeURIComponent(source ?? "")).toMatch(/^<svg\b.*<\/svg>$/s);
    }
  });
});
