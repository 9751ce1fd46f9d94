import { colouredTokens, type Kind } from "./tokens.js";

/** The parts of an element's code that have a colour, by their kind. */
const shown: WeakMap<Element, readonly (readonly [Highlight, Range])[]> = new WeakMap();

/**
 * Colours code as it is now, or takes the colours away. The elements stay as they are, which the browser may be
 * editing: the ranges have names that the style sheet knows. Does nothing in browsers without them.
 */
export function colour(element: Element, on: boolean): void {
  if (!("highlights" in CSS)) return;
  for (const [highlight, range] of shown.get(element) ?? []) highlight.delete(range);
  const coloured = on ? rangesOf(element) : [];
  for (const [highlight, range] of coloured) highlight.add(range);
  shown.set(element, coloured);
}

function rangesOf(element: Element): (readonly [Highlight, Range])[] {
  const places: { node: Node; start: number; length: number }[] = [];
  let code = "";
  const walker = document.createTreeWalker(element);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeName === "BR") code += "\n";
    const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? "") : "";
    if (text !== "") places.push({ node, start: code.length, length: text.length });
    code += text;
  }
  return colouredTokens(code).flatMap(({ kind, start, end }) =>
    places
      .filter((place) => place.start < end && start < place.start + place.length)
      .map((place) => {
        const range = document.createRange();
        range.setStart(place.node, Math.max(start - place.start, 0));
        range.setEnd(place.node, Math.min(end - place.start, place.length));
        return [highlightFor(kind), range] as const;
      }),
  );
}

function highlightFor(kind: Kind): Highlight {
  const name = `run-${kind}`;
  const known = CSS.highlights.get(name);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}
