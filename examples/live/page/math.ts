import { factor } from "./numbers-as-text.js";

/** A part of a formula: text such as `max(0, x)`, whose names, numbers and signs become elements, or an element. */
type Piece = string | MathMLElement;

/** What a sign is that stands close to what follows. */
const CLOSE = { form: "prefix", lspace: "0", rspace: "0" };

/** A formula in MathML, which browsers draw and screen readers read: `` math`y = ${sup("x", "2")}` ``. */
export function math(texts: TemplateStringsArray, ...pieces: Piece[]): MathMLElement {
  const parts = texts.flatMap((text, i) => [text, ...pieces.slice(i, i + 1)]);
  const formula = made("math", ...joined(parts));
  formula.setAttribute("displaystyle", "true"); // fractions in full size
  return formula;
}

/** Pieces one after another. */
export function row(...pieces: Piece[]): MathMLElement {
  return made("mrow", ...joined(pieces));
}

export function sub(base: Piece, index: Piece): MathMLElement {
  return made("msub", row(base), row(index));
}

export function sup(base: Piece, exponent: Piece): MathMLElement {
  return made("msup", row(base), row(exponent));
}

/** A base with an accent above it, such as the hat of x̂ or the bar of a mean. */
export function over(base: Piece, accent: "^" | "‾"): MathMLElement {
  const above = made("mover", row(base), row(accent));
  above.setAttribute("accent", "true");
  return above;
}

export function fraction(top: Piece, bottom: Piece): MathMLElement {
  return made("mfrac", row(top), row(bottom));
}

export function root(radicand: Piece): MathMLElement {
  return made("msqrt", row(radicand));
}

/** The gradient ∂L/∂x of the loss. */
export function slope(of: Piece): MathMLElement {
  return fraction("∂L", row("∂", of));
}

/** A number as the page writes it, such as −0.012 and 1.5 · 10⁻⁷. */
export function number(value: number): MathMLElement {
  const [digits = "", exponent] = factor(value).split("e");
  const written = made("mn", digits);
  return exponent === undefined
    ? written
    : row(written, "·", sup("10", made("mn", exponent.replace("+", ""))));
}

/** A number within a product or a sum: a negative one in brackets. */
export function bracketed(value: number): MathMLElement {
  return value < 0 ? row("(", number(value), ")") : number(value);
}

/** The first terms of many, and how many there are. */
export function series(terms: readonly Piece[], separator: string): MathMLElement {
  const shown = terms.slice(0, 5).flatMap((term, i) => (i === 0 ? [term] : [separator, term]));
  return row(...shown, ...(terms.length > 5 ? [`${separator} … (${terms.length})`] : []));
}

function joined(pieces: readonly Piece[]): MathMLElement[] {
  const elements: MathMLElement[] = [];
  for (const piece of pieces) {
    if (typeof piece !== "string") elements.push(piece);
    else
      for (const token of piece.match(/\d[\d.]*|\p{L}+|\S/gu) ?? [])
        elements.push(leaf(token, elements.at(-1)));
  }
  return elements;
}

/** A name, a number or a sign, which may need to know what is before it. */
function leaf(token: string, before: MathMLElement | undefined): MathMLElement {
  if (/^\d/.test(token)) return made("mn", token);
  if (/^\p{L}/u.test(token)) return made("mi", token);
  const sign = made("mo", token);
  // Without a font for formulas, brackets that stretch become far too large.
  sign.setAttribute("stretchy", "false");
  // A minus after a sign belongs to the number behind it, and has no space there.
  const isFirst = before === undefined || (before.localName === "mo" && before.textContent !== ")");
  if (token === "∂" || (token === "−" && isFirst)) {
    for (const [name, value] of Object.entries(CLOSE)) sign.setAttribute(name, value);
  }
  return sign;
}

function made(tag: string, ...children: (Node | string)[]): MathMLElement {
  const element = document.createElementNS("http://www.w3.org/1998/Math/MathML", tag);
  element.append(...children);
  return element;
}
