import { readdirSync, readFileSync } from "node:fs";
import { arch } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import { NAMES, page } from "../../scripts/gallery/page.js";
import { type Program, partsOf, runProgram } from "../../scripts/gallery/program.js";

const root = new URL("../../", import.meta.url);
const filesIn = (folder: string) => readdirSync(new URL(folder, root)).sort();
const named = (ending: string) => NAMES.map((name) => `${name}.${ending}`).sort();
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

/** A text as it is, or without places and numbers on processors that may round their last digits differently. */
function comparable(text: string): string {
  if (arch() === "x64") return text;
  return text.replace(/\b(d|transform)="[^"]*"/g, "").replace(/[-\d.]+/g, "0");
}

test("the gallery has all of its programs, and a picture for each", () => {
  expect(filesIn("examples/gallery")).toEqual(named("ts"));
  expect(filesIn("docs/gallery")).toEqual(named("svg"));
});

describe("npx tsx scripts/gallery.ts has written the gallery as it is today", () => {
  let programs: Program[];
  beforeAll(async () => {
    programs = [];
    for (const name of NAMES) programs.push(await runProgram(name));
  }, 120_000);

  test("the page has the programs' comments, code and output", () => {
    expect(comparable(read("docs/gallery.md"))).toBe(comparable(page(programs)));
  });

  test.each(NAMES.map((name, i) => ({ name, i })))("the picture of $name", ({ name, i }) => {
    const drawn = programs[i]?.svg ?? "";
    expect(comparable(drawn)).toBe(comparable(read(`docs/gallery/${name}.svg`)));
  });
});

describe("a program of the gallery", () => {
  const program = '/**\n * An idea.\n */\nimport { a } from "spiralnet";\nconst picture = a;\n';
  const helper = 'import { draw } from "../support/output.js";\n';

  test("is shown without the lines that write its picture", () => {
    const drawing = `${program.replace("const", `${helper}const`)}draw("name", picture);\n`;
    const parts = partsOf("name", drawing);
    const code = 'import { a } from "spiralnet";\nconst picture = a;\n';
    expect(parts).toEqual({ idea: "An idea.", code });
  });

  test("is shown with as many imported names on a line as fit", () => {
    const names = Array.from({ length: 24 }, (_, i) => `name${i}`);
    const imports = `import {\n  ${names.join(",\n  ")},\n} from "spiralnet";\n`;
    const { idea, code } = partsOf("name", `/**\n * Two\n * lines.\n */\n${imports}draw("name", picture);\n`);
    expect(idea).toBe("Two lines.");
    const [first, ...lines] = code.trim().split("\n");
    expect([first, lines.pop()]).toEqual(["import {", '} from "spiralnet";']);
    expect(lines.flatMap((line) => line.trim().split(" "))).toEqual(names.map((name) => `${name},`));
    lines.forEach((line, i) => {
      expect(line.length).toBeLessThanOrEqual(80);
      const next = lines[i + 1]?.trim().split(" ")[0];
      if (next) expect(`${line} ${next}`.length).toBeGreaterThan(80);
    });
  });

  test.each([
    ["has no comment at its beginning", `${helper}draw("name", picture);\n`],
    ["draws the picture of another", `${program}draw("other", picture);\n`],
    ["imports a file that a page does not have", `${program}import "../more.js";\ndraw("name", picture);\n`],
  ])("is refused if it %s", (_, text) => {
    expect(() => partsOf("name", text)).toThrow("name.ts: expected a comment first");
  });
});
