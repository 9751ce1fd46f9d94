import { element, newId } from "./element.js";
import { largest, paintGrid } from "./grid.js";
import { decimal } from "./numbers-as-text.js";
import { signedShades } from "./palette.js";

/** Numbers under the formula that they come from. */
export interface Vector {
  readonly element: HTMLElement;
  draw(values: Float64Array): void;
}

/** A formula, and perhaps a note, with its numbers below, as colour and as digits. */
export function vector(formula: MathMLElement, note = ""): Vector {
  const caption = element("span", { id: newId(), className: "formula" }, formula);
  const strip = element("canvas", { className: "strip", ariaHidden: "true" });
  const digits = element("div", { className: "digits", tabIndex: 0, role: "group" });
  digits.setAttribute("aria-labelledby", caption.id);
  const line = element(
    "div",
    {},
    caption,
    ...(note === "" ? [] : [element("span", { className: "hint" }, ` ${note}`)]),
  );
  return {
    element: element("div", { className: "vector" }, line, strip, digits),
    draw(values) {
      const most = largest(values);
      const shade = signedShades();
      paintGrid(strip, values.length, 1, (i) => shade((values[i] as number) / most));
      digits.textContent = Array.from(values, (value) => decimal(value)).join("  ");
    },
  };
}
