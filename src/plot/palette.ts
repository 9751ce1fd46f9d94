import { wrongType } from "../errors/wrong.js";

/**
 * Colours that readers with any kind of colour vision can tell apart: those of Okabe and Ito, and grey. The second eight are the same
 * ones, darker, and come with other markers.
 *
 * @see {@link https://jfly.uni-koeln.de/color/ | M. Okabe and K. Ito, Color Universal Design}
 */
const PALETTE: readonly string[] = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#d55e00",
  "#cc79a7",
  "#56b4e9",
  "#f0e442",
  "#8c8c8c",
  "#00395a",
  "#735000",
  "#004f3a",
  "#6b2f00",
  "#663d54",
  "#2b5a75",
  "#787221",
  "#404040",
];

/** As many colours as there are things to tell apart, from the caller's list or from the palette. */
export function chooseColors(
  operation: string,
  count: number,
  things: string,
  colors: readonly string[] = PALETTE,
): readonly string[] {
  if (count <= colors.length) return colors.slice(0, count);
  const source = colors === PALETTE ? "the palette has" : "colors has";
  throw new RangeError(
    `${operation}: there are ${count} ${things}, ${source} ${colors.length} colours; expected one each in options.colors`,
  );
}

/** Throws unless `colors` is left out or an array of CSS colours. That they are colours only the viewer can tell. */
export function checkColors(operation: string, colors: unknown): void {
  if (colors === undefined) return;
  if (!Array.isArray(colors)) {
    wrongType(`${operation}: colors`, colors, "an array of CSS colours");
  }
  for (const [i, color] of colors.entries()) {
    if (typeof color !== "string" || color.trim() === "") {
      wrongType(`${operation}: colors[${i}]`, color, "a CSS colour");
    }
  }
}
