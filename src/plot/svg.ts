/** A piece of SVG, with its text escaped already. */
export type Svg = string;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/**
 * Characters that XML 1.0 can't hold, even as entities: control characters, lone surrogates and two
 * non-characters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for control characters
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Escapes text for an element's content and for quoted attributes. */
function escapeXml(text: string): Svg {
  return text.replace(NOT_XML, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** A coordinate in pixels, rounded to a tenth: short, and finer than the eye can see. */
export function px(value: number): string {
  // Adding 0 turns -0 into 0.
  return String(Math.round(value * 10) / 10 + 0);
}

/** Attributes of an element. Numbers are coordinates and get rounded; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes, which get escaped, and its content, which is SVG already. */
export function element(name: string, attributes: Attributes, content: Svg | readonly Svg[] = ""): Svg {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${typeof value === "number" ? px(value) : escapeXml(value)}"`;
  }
  const inner = typeof content === "string" ? content : content.join("");
  return inner === "" ? `${tag}/>` : `${tag}>${inner}</${name}>`;
}

/** An element that holds text, which gets escaped. */
export function text(name: string, content: string, attributes: Attributes = {}): Svg {
  return element(name, attributes, escapeXml(content));
}
