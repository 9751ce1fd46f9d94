import type { Inspection } from "../messages.js";
import { element, newId } from "./element.js";
import { formulasOf, gradientOfScores } from "./formulas.js";
import { say, words } from "./language.js";
import { type Vector, vector } from "./vector.js";

/** What each layer makes of the point, and the way back. */
export function layersOfPoint(): { element: HTMLElement; draw(inspection: Inspection): void } {
  const table = element("table", { className: "layers-of-point" });
  let rows: { name: HTMLElement; forward: Vector; back: Vector }[] = [];
  let shown: string | undefined;

  // Only another network has other rows: a reader's place in a row of numbers stays while they change.
  const build = ({ layers }: Inspection): void => {
    const key = layers.map(({ layer }) => layer).join();
    if (key === shown) return;
    shown = key;
    const { layer, forward, back } = words();
    const head = [layer, forward, back].map((name) => element("th", { scope: "col" }, name));
    rows = layers.map((one, i) => {
      const formulas = formulasOf(one.layer);
      const next = layers[i + 1];
      const back = next === undefined ? gradientOfScores() : formulasOf(next.layer)?.back();
      return {
        name: element("th", { scope: "row", id: newId() }, one.layer),
        forward: vector(formulas?.forward(), formulas?.note?.(words())),
        back: vector(back),
      };
    });
    const lines = rows.map(({ name, forward, back }) => {
      for (const { digits, caption } of [forward, back]) {
        digits.setAttribute("aria-labelledby", `${name.id} ${caption.id}`);
      }
      return element("tr", {}, name, element("td", {}, forward.element), element("td", {}, back.element));
    });
    table.replaceChildren(element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...lines));
  };
  say(() => {
    shown = undefined;
  });
  return {
    element: table,
    draw(inspection) {
      build(inspection);
      inspection.layers.forEach(({ output, gradient }, i) => {
        rows[i]?.forward.draw(output);
        rows[i]?.back.draw(gradient);
      });
    },
  };
}
