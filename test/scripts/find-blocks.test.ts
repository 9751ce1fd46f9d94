import { describe, expect, test } from "vitest";
import { docComments } from "../../scripts/snippets/doc-comments.js";
import { findBlocks } from "../../scripts/snippets/find-blocks.js";
import { chainsOf } from "../../scripts/snippets/render.js";

const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```"].join("\n");

describe("findBlocks", () => {
  test("finds ts blocks and the number of their first line of code", () => {
    const blocks = findBlocks(
      `# Title\n\n${fence("ts", "a;")}\n${fence("sh", "ls")}\n${fence("ts", "b;", "c;")}`,
    );
    expect(blocks.map(({ line, code }) => ({ line, code }))).toEqual([
      { line: 4, code: "a;\n" },
      { line: 10, code: "b;\nc;\n" },
    ]);
  });

  test("takes a text block directly after a ts block as its output", () => {
    const [followed, apart] = findBlocks(
      [fence("ts", "a;"), fence("text", "out"), fence("ts", "b;"), "Prose.", fence("text", "other")].join(
        "\n\n",
      ),
    );
    expect(followed?.output).toBe("out\n");
    expect(apart?.output).toBeUndefined();
  });

  test("finds python blocks, but for those that say untested", () => {
    const page = [fence("ts", "a;"), fence("python continued", "b"), fence("python untested", "c")].join(
      "\n",
    );
    expect(findBlocks(page).map(({ language, code, continued }) => [language, code, continued])).toEqual([
      ["ts", "a;\n", false],
      ["python", "b\n", true],
    ]);
  });

  test("refuses an unknown word after the language", () => {
    expect(() => findBlocks(fence("ts skip", "a;"))).toThrow('line 1: unknown word "skip" after "ts"');
    expect(() => findBlocks(fence("ts untested", "a;"))).toThrow('line 1: unknown word "untested"');
  });
});

describe("chainsOf", () => {
  test("groups a block with those that continue it", () => {
    const blocks = findBlocks([fence("ts", "a;"), fence("ts continued", "b;"), fence("ts", "c;")].join("\n"));
    expect(chainsOf(blocks).map((chain) => chain.map(({ code }) => code))).toEqual([
      ["a;\n", "b;\n"],
      ["c;\n"],
    ]);
  });

  test("refuses a continuation without a block before it", () => {
    expect(() => chainsOf(findBlocks(fence("ts continued", "b;")))).toThrow(
      "line 1: there is no block to continue",
    );
  });
});

describe("docComments", () => {
  test("keeps only the text of doc comments, on the same lines", () => {
    const source = [
      "/**",
      " * Adds.",
      " */",
      "function add() {}",
      "class A {",
      "  /**",
      "   * Field.",
      "   */",
      "  a = 1;",
      "}",
    ];
    expect(docComments("a.ts", source.join("\n")).split("\n")).toEqual([
      "",
      "Adds.",
      "",
      "",
      "",
      "",
      "Field.",
      "",
      "",
      "",
    ]);
  });
});
