import { SaxesParser } from "saxes";

/** An element of a parsed picture. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SvgElement[];
  /** The text directly inside. */
  text: string;
}

/** Reads a picture with a strict XML parser; throws where it is not well-formed. */
export function parseSvg(svg: string): SvgElement {
  const root: SvgElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    (open.at(-1) as SvgElement).text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(svg).close();
  return root.children[0] as SvgElement;
}

/** All elements in a picture, in the order they are drawn. */
export function everyElement(element: SvgElement): SvgElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

/** The elements that have an attribute. */
export function having(svg: string, attribute: string): SvgElement[] {
  return everyElement(parseSvg(svg)).filter(({ attributes }) => attribute in attributes);
}

/** The lines of text that can be read in a picture. */
export function readableText(svg: string): string[] {
  return everyElement(parseSvg(svg))
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);
}

/** What an attribute says; nothing if it is not there. */
export function attribute(element: SvgElement | undefined, name: string): string | undefined {
  return element?.attributes[name];
}

/** A number in an attribute. */
export function numberIn(element: SvgElement, attribute: string): number {
  return Number(element.attributes[attribute]);
}
