const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

/** An SVG element; its attributes are escaped, numbers rounded to a tenth, its children are SVG already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly string[]
): string {
  const list = Object.entries(attributes).map(
    ([key, value]) =>
      ` ${key}="${typeof value === "number" ? Math.round(value * 10) / 10 : escapeXml(value)}"`,
  );
  const content = children.join("");
  return content === "" ? `<${name}${list.join("")}/>` : `<${name}${list.join("")}>${content}</${name}>`;
}

export function text(content: string, attributes: Readonly<Record<string, string | number>>): string {
  return element("text", attributes, escapeXml(content));
}
