/** The text of code that is shown, highlighted or edited: a `br` ends a line, as a `div` of a browser's does. */
export function codeText(element: Node): string {
  return [...element.childNodes].map(textOf).join("").replaceAll("\u00a0", " ");
}

function textOf(node: ChildNode): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  if (node.nodeName === "BR") return "\n";
  return node.nodeName === "DIV" && node.previousSibling ? `\n${codeText(node)}` : codeText(node);
}
