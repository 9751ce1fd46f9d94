import { describe, expect, test } from "vitest";
import { docComments } from "../../scripts/snippets/doc-comments.js";
import { findBlocks } from "../../scripts/snippets/find-blocks.js";
import { chainsOf } from "../../scripts/snippets/render.js";

const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```"].join("\n");

describe("findBlocks", () => {
  test("finds ts blocks with the line of their first line of code, and no others", () => {
    const blocks = findBlocks(
      `# Title\n\n${fence("ts", "a;")}\n${fence("sh", "ls")}\n${fence("ts", "b;", "c;")}`,
    );
    expect(blocks.map(({ line, code }) => ({ line, code }))).toEqual([
      { line: 4, code: "a;\n" },
      { line: 10, code: "b;\nc;\n" },
    ]);
  });

  test("takes a text block as output where it follows directly", () => {
    const [followed, apart] = findBlocks(
      [fence("ts", "a;"), fence("text", "out"), fence("ts", "b;"), "Prose.", fence("text", "other")].join(
        "\n\n",
      ),
    );
    expect(followed?.output).toBe("out\n");
    expect(apart?.output).toBeUndefined();
  });

  test("refuses a word behind ts that it does not know", () => {
    expect(() => findBlocks(fence("ts skip", "a;"))).toThrow('line 1: unknown word "skip"');
  });
});

describe("chainsOf", () => {
  test("puts a block and those that continue it together", () => {
    const blocks = findBlocks([fence("ts", "a;"), fence("ts continued", "b;"), fence("ts", "c;")].join("\n"));
    expect(chainsOf(blocks).map((chain) => chain.map(({ code }) => code))).toEqual([
      ["a;\n", "b;\n"],
      ["c;\n"],
    ]);
  });

  test("refuses to continue nothing", () => {
    expect(() => chainsOf(findBlocks(fence("ts continued", "b;")))).toThrow(
      "line 1: there is no block to continue",
    );
  });
});

describe("docComments", () => {
  test("keeps the text of doc comments on their lines and nothing else", () => {
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
