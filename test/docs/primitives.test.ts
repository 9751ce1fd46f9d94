import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Block, findBlocks } from "../../scripts/snippets/find-blocks.js";
import { chainsOf } from "../../scripts/snippets/render.js";

// The snippets' own tests run the code of the pages. These see that no part lacks a page, and no page a section.

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

const pages = readdirSync(new URL("docs/primitives", root)).map((file) => ({
  file,
  text: read(`docs/primitives/${file}`),
}));
const sourcesOf = (text: string) =>
  [...text.matchAll(/^`(src\/[\w/.-]+)`$/gm)].map(([, path]) => path as string);

/** The folders whose exports are parts, with the files that only say what their parts have in common. */
const FOLDERS: Record<string, readonly string[]> = {
  layers: ["layer", "activation", "container"],
  losses: ["loss", "reduction"],
  regularizers: ["regularizer"],
  optimizers: ["optimizer"],
  initializers: ["initializer"],
  schedules: ["schedule"],
  metrics: ["average"],
  datasets: ["labeled-points", "two-curves"],
};

test("each exported part has a page that shows its source", () => {
  const exported = [...read("src/index.ts").matchAll(/from "\.\/(\w+)\/([\w-]+)\.js"/g)];
  const parts = exported
    .filter(([, folder = "", name = ""]) => FOLDERS[folder]?.includes(name) === false)
    .map(([, folder, name]) => `src/${folder}/${name}.ts`);
  expect(parts.length).toBeGreaterThan(50);
  const shown = new Set(pages.flatMap(({ text }) => sourcesOf(text)));
  expect(parts.filter((path) => !shown.has(path))).toEqual([]);
});

test("the list of the parts leads to each page once", () => {
  const listed = [...read("docs/primitives.md").matchAll(/\(primitives\/([\w.-]+)\)/g)].map(
    ([, file]) => file,
  );
  expect(listed.sort()).toEqual(pages.map(({ file }) => file).sort());
});

describe.each(pages)("$file", ({ text }) => {
  const blocks = findBlocks(text);
  const [programs, equivalents] = [
    blocks.filter(isTypeScript),
    blocks.filter((block) => !isTypeScript(block)),
  ];

  test("has the sections of every page", () => {
    expect(text).toMatch(/^# How .+ works?\n/);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => heading);
    expect(headings.map(sectionOf)).toEqual([
      ...["The formula", "The question", "The answer", "The source", "Try it", "The check"],
      ...["Where it goes wrong", "In NumPy", "In PyTorch"],
    ]);
  });

  test("shows sources that exist", () => {
    expect(sourcesOf(text)).not.toEqual([]);
    expect(sourcesOf(text).filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  test("has programs whose promises are checked", () => {
    expect(programs.length).toBeGreaterThan(2);
    for (const chain of chainsOf(programs)) {
      expect(chain.some(({ code, output }) => output !== undefined || /\/\/ (=>|≈|throws)/.test(code))).toBe(
        true,
      );
    }
  });

  test("has the same numbers in Python", () => {
    expect(equivalents.length).toBeGreaterThan(1);
    const here = programs.flatMap(({ code, output = "" }) => numbersIn(code + output));
    for (const { code, output } of equivalents) {
      expect(output, `the output of ${code}`).toBeDefined();
      expect(numbersIn(output as string)).not.toEqual([]);
      expect(
        numbersIn(output as string).filter((number) => !here.some((one) => isNear(one, number))),
      ).toEqual([]);
    }
  });
});

function isTypeScript({ language }: Block): boolean {
  return language === "ts";
}

/** The name of a section on every page. What has no gradient has a check of another kind. */
function sectionOf(heading: string): string {
  return heading === "The gradient check" ? "The check" : heading;
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/-?\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?/g)].map(([number]) =>
    Number(number.replaceAll("_", "")),
  );
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-4 * Math.abs(other);
}
