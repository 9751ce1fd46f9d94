// @ts-check

/**
 * Lets long names in code break after an underscore, so that they don't widen the tables they stand in.
 *
 * @param {import("markdown-it").default} parser
 */
export function breakLongNames(parser) {
  const { code_inline: render } = parser.renderer.rules;
  if (render === undefined) throw new Error("markdown-it has no rule for code");
  parser.renderer.rules.code_inline = (...args) => render(...args).replaceAll("_", "_<wbr>");
}
