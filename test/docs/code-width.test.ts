import { describe, expect, test } from "vitest";
import { CODE_WIDTH, codeBlocks } from "../../scripts/snippets/code-blocks.js";
import { snippetSources } from "../../scripts/snippets/sources.js";

const withCode = snippetSources()
  .map((path) => ({ path, blocks: codeBlocks(path) }))
  .filter(({ blocks }) => blocks.length > 0);

// What programs print is as wide as it is: the site wraps it.
describe.each(withCode)("$path", ({ path, blocks }) => {
  test("has no line of code that the site would cut off (npx tsx scripts/format-snippets.ts helps)", () => {
    const wide = blocks
      .filter(({ language }) => language !== "text")
      .flatMap(({ start, lines }) => lines.map((line, i) => ({ line, place: `${path}:${start + i + 1}` })))
      .filter(({ line }) => line.length > CODE_WIDTH);
    expect(wide).toEqual([]);
  });
});

test("finds the code of guides and of doc comments", () => {
  const paths = withCode.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["README.md", "docs/shapes.md", "src/layers/relu.ts"]));
});
