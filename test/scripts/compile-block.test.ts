import { describe, expect, test } from "vitest";
import { compileBlock } from "../../scripts/snippets/compile-block.js";

const compile = (code: string) =>
  compileBlock({ language: "ts", code, line: 10, continued: false, output: undefined });

describe("compileBlock", () => {
  test("turns each kind of promise into its check", () => {
    const { body, promised } = compile(
      "a.b; // => [1, 2]\nc(); // ≈ 0.5\nd(); // throws RangeError: too big\n",
    );
    expect(body.split("\n").map((line) => line.replace(/ \/\/.*/, ""))).toEqual([
      "checks.equal(10, (a.b), ([1, 2]));",
      "checks.near(11, (c()), (0.5));",
      'checks.throws(12, () => (d()), "RangeError", "too big");',
      "",
    ]);
    expect(promised).toEqual([10, 11, 12]);
  });

  test("takes a promise alone in the next line", () => {
    const { body, promised } = compile("if (a) {\n  b;\n  // => 1\n}\n");
    expect(body).toContain("checks.equal(12, (b), (1));");
    expect(promised).toEqual([12]);
  });

  test("checks a constant after its declaration", () => {
    expect(compile("const a = f(); // => 3\n").body).toContain("const a = f(); checks.equal(10, (a), (3));");
  });

  test("checks promises within blocks and functions", () => {
    expect(compile("if (a) {\n  b; // => 1\n}\n").promised).toEqual([11]);
  });

  test("ignores a remark after the value", () => {
    expect(compile("a; // => [1, 2], as it should be\n").body).toContain("checks.equal(10, (a), ([1, 2]));");
  });

  test("keeps other comments", () => {
    expect(compile("a; // thrown away\n").body).toBe("a; // thrown away\n");
  });

  test("refuses a promise after something without a value", () => {
    expect(() => compile("a;\nfor (const b of c) {} // => 3\n")).toThrow(
      "line 11: the promise does not follow",
    );
    expect(() => compile("a;\n\n// => 3\n")).toThrow("line 12: the promise does not follow");
  });

  test("refuses a promise without a readable value", () => {
    expect(() => compile("a;\na; // => the same as before\n")).toThrow(
      "line 11: expected a value after the mark",
    );
  });

  test("names the line of code that is not TypeScript", () => {
    expect(() => compile("const a: number = 1;\nconst = 2;\n")).toThrow("line 11: Unexpected token");
  });

  test("removes imports and keeps the line numbers", () => {
    const { imports, body } = compile('import {\n  a,\n} from "b";\na; // => 1\n');
    expect(imports).toEqual(['import { a, } from "b";']);
    expect(body.split("\n").findIndex((line) => line.includes("checks.equal(13"))).toBe(3);
  });

  test("turns Python into a call that runs it", () => {
    const block = {
      language: "python",
      code: 'print("a")\n',
      line: 10,
      continued: true,
      output: undefined,
    } as const;
    expect(compileBlock(block).body).toBe('checks.python(10, "print(\\"a\\")\\n");');
  });

  test("lists the names that are declared at the top level", () => {
    expect(compile("const { a, b: [c] } = d;\nclass E {}\nfunction f() {}\n").names).toEqual([
      "a",
      "c",
      "E",
      "f",
    ]);
  });
});
