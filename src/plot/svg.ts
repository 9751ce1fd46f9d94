/** A piece of SVG: text that is already safe to put into a document. */
export type Svg = string;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** What XML 1.0 can't hold, not even as an entity: control characters, halves of surrogate pairs, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Any text, made safe for the content of an element and for a quoted attribute. */
function escapeXml(text: string): Svg {
  return text.replace(NOT_XML, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** A coordinate in pixels, to a tenth: finer than the eye, and short. */
export function px(value: number): string {
  // Adding 0 turns -0 into 0.
  return String(Math.round(value * 10) / 10 + 0);
}

/** What attributes may be; numbers are coordinates and rounded, undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes, escaped, and its children, which are SVG already. */
export function element(name: string, attributes: Attributes, ...children: readonly Svg[]): Svg {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${typeof value === "number" ? px(value) : escapeXml(value)}"`;
  }
  const content = children.join("");
  return content === "" ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

/** An element whose content is any text. */
export function text(name: string, content: string, attributes: Attributes = {}): Svg {
  return element(name, attributes, escapeXml(content));
}
