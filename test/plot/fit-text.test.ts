import { lossCurve } from "spiralnet/plot";
import { describe, expect, test } from "vitest";
import { readFrame } from "./support/frame.js";
import { everyElement, having, numberIn, parseSvg, type SvgElement } from "./support/svg-document.js";

/**
 * The widths of letters in DejaVu Sans, the widest of the usual fonts, as a share of their height: plain and
 * bold.
 */
const LETTERS: [letter: string, plain: number, bold: number][] = [
  ["W", 0.989, 1.103],
  ["m", 0.974, 1.042],
  ["A", 0.684, 0.774],
  ["n", 0.634, 0.712],
  ["i", 0.278, 0.343],
  ["模", 1, 1],
];

describe("a long title", () => {
  const linesOf = (svg: string): SvgElement[] =>
    having(svg, "font-size").find(({ attributes }) => attributes["font-size"] === "16")?.children ?? [];
  const draw = (title: string, width: number) => linesOf(lossCurve([1, 0.5], { title, width }));
  const words = (title: string, width: number) => draw(title, width).map(({ text }) => text);

  test.each(LETTERS)("of the letter %s stays in the picture, whole", (letter, _, bold) => {
    const title = letter.repeat(75);
    const lines = draw(title, 560);
    expect(lines.map(({ text }) => text).join("")).toBe(title);
    for (const line of lines) {
      const half = (line.text.length * 16 * bold) / 2;
      expect(numberIn(line, "x") - half).toBeGreaterThanOrEqual(0);
      expect(numberIn(line, "x") + half).toBeLessThanOrEqual(560);
    }
  });

  test("breaks at spaces", () => {
    expect(words("a title with so many words that it needs two lines", 400)).toEqual([
      "a title with so many words that it",
      "needs two lines",
    ]);
  });

  test("breaks within a word that is wider than a line", () => {
    expect(words(`see experiments/${"layer".repeat(9)}/seed0 for more`, 300)).toEqual([
      "see experiments/layerlaye",
      "rlayerlayerlayerlayerlayerl",
      "ayerlayer/seed0 for more",
    ]);
  });

  test.each([
    ["an emoji of two", "\u{1F469}\u200d\u{1F52C}"],
    ["an emoji with a skin colour", "\u{1F44D}\u{1F3FD}"],
    ["a flag", "\u{1F1EB}\u{1F1F7}"],
    ["a letter with an accent", "W\u0301"],
  ])("never breaks within %s", (_, character) => {
    const lines = words(character.repeat(15), 260);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.flatMap((line) => line.split(character)).join("")).toBe("");
    expect(lines.join("")).toBe(character.repeat(15));
  });

  test("of more than four lines is cut off, and whole for screen readers", () => {
    const title = `start ${"of a very long title ".repeat(100)}end`;
    const svg = lossCurve([1, 0.5], { title });
    const lines = linesOf(svg).map(({ text }) => text);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(title.startsWith(lines.join(" ").replace("…", ""))).toBe(true);
    expect(parseSvg(svg).children[0]?.text).toBe(title);
  });
});

describe("a long name in the legend", () => {
  test.each(LETTERS)(
    "of the letter %s keeps its beginning and its end, and is whole on hover",
    (letter, plain) => {
      const names = ["0", "1"].map((end) => `${letter.repeat(75)}${end}`);
      const svg = lossCurve(Object.fromEntries(names.map((name) => [name, [1, 0.5]])));
      const { left, width } = readFrame(svg);
      const entries = everyElement(parseSvg(svg)).filter(({ children }) =>
        names.includes(children[0]?.text ?? ""),
      );
      expect(entries.map(({ children }) => children[0]?.name)).toEqual(["title", "title"]);
      entries.forEach(({ children }, i) => {
        const shown = children.at(-1) as SvgElement;
        expect(shown.text).toMatch(new RegExp(`^${letter}+…${letter}+${i}$`));
        const textWidth = 13 * (0.64 + plain * (shown.text.length - 1));
        expect(left + width + 12 + numberIn(shown, "x") + textWidth).toBeLessThanOrEqual(560);
      });
    },
  );

  test("that is not too long stays as it is", () => {
    expect(lossCurve({ "validation, seed 17": [1] })).toContain(">validation, seed 17</text>");
  });
});

test("no label of a tick leaves the picture", () => {
  const history = [1, 2, 5].map((i) => ({ iteration: 1e9 + i, loss: 1 / i }));
  for (const width of [200, 300, 430, 560]) {
    const svg = lossCurve(history, { width });
    const labels = everyElement(parseSvg(svg)).filter(({ text }) => text.includes("e+9"));
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) {
      const half = (label.text.length * 12 * 0.6) / 2;
      expect(numberIn(label, "x") - half).toBeGreaterThanOrEqual(0);
      expect(numberIn(label, "x") + half).toBeLessThanOrEqual(width);
    }
  }
});
