import { element, newId } from "./element.js";
import { largest, paintGrid } from "./grid.js";
import { decimal } from "./numbers-as-text.js";
import { signedShades } from "./palette.js";

/** Numbers under the formula that they come from. */
export interface Vector {
  readonly element: HTMLElement;
  readonly caption: HTMLElement;
  readonly digits: HTMLElement;
  draw(values: Float64Array): void;
}

/** Numbers as colour and as digits, below their formula and perhaps a note. */
export function vector(formula: MathMLElement | undefined, note = ""): Vector {
  const caption = element("span", { id: newId(), className: "formula" }, formula ?? "");
  const strip = element("canvas", { className: "strip", ariaHidden: "true" });
  const digits = element("div", { className: "digits", tabIndex: 0, role: "group" });
  const line = element(
    "div",
    {},
    caption,
    ...(note === "" ? [] : [element("span", { className: "hint" }, ` ${note}`)]),
  );
  return {
    element: element("div", { className: "vector" }, line, strip, digits),
    caption,
    digits,
    draw(values) {
      const most = largest(values);
      const shade = signedShades();
      paintGrid(strip, values.length, 1, (i) => shade((values[i] as number) / most));
      digits.textContent = Array.from(values, (value) => decimal(value)).join("  ");
    },
  };
}
