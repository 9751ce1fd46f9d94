// @ts-check

/** A number or a range, possibly with a unit. */
const NUMBERS = /^[\d\s.,±–-]*\d[\d\s.,±–-]*( ?[^\s\d]{1,3})?$/;

/**
 * Marks the cells of tables that hold a number, so that it stays in one line.
 *
 * @param {import("markdown-it").default} parser
 */
export function markNumberCells(parser) {
  parser.core.ruler.push("number-cells", ({ tokens }) => {
    for (const [i, token] of tokens.entries()) {
      if (token.type === "td_open" && NUMBERS.test(tokens[i + 1]?.content ?? ""))
        token.attrJoin("class", "number");
    }
  });
}
