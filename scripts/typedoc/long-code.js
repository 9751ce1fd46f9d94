// @ts-check

/**
 * Lets code in a text break after an underscore or a parenthesis, so that long names and calls don't widen the
 * tables they stand in.
 *
 * @param {import("markdown-it").default} parser
 */
export function breakLongCode(parser) {
  const { code_inline: render } = parser.renderer.rules;
  if (render === undefined) throw new Error("markdown-it has no rule for code");
  parser.renderer.rules.code_inline = (...args) => render(...args).replace(/[_(]/g, "$&<wbr>");
}
