import { expect, test } from "vitest";
import { colouredTokens } from "../../scripts/typedoc/run/tokens.js";

function colours(code: string): string[] {
  return colouredTokens(code).map(({ kind, start, end }) => `${kind} ${code.slice(start, end)}`);
}

test("each part of a line has its kind", () => {
  expect(colours('const m: Matrix = await load("a", 1e-3, /b/); // c')).toEqual([
    "keyword const",
    "name m",
    "type Matrix",
    "control await",
    "call load",
    'string "a"',
    "number 1e-3",
    "string /b/",
    "comment // c",
  ]);
});

test("code between the parts of a template is code", () => {
  expect(colours(`\`a \${b(1)} c\``)).toEqual([`string \`a \${`, "call b", "number 1", "string } c`"]);
});

test("keywords may be names, of properties and methods", () => {
  expect(colours("({ type: 1 }).set(this)")).toEqual(["name type", "number 1", "call set", "keyword this"]);
});

test("calls may have type arguments", () => {
  expect(colours("new Map<string, number>()").slice(0, 2)).toEqual(["keyword new", "call Map"]);
});

test("unfinished code has colours, too", () => {
  expect(colours("const a = 'b\nif (c")).toEqual([
    "keyword const",
    "name a",
    "string 'b",
    "control if",
    "name c",
  ]);
});
