import { LIMITS } from "../limits.js";
import type { Setup } from "../setup.js";
import { element } from "./element.js";
import { numberInput } from "./fields.js";
import { say, words } from "./language.js";
import type { Session } from "./session.js";

/** The units of each hidden layer, to change, remove and add. */
export function hiddenLayers(session: Session): HTMLElement {
  const caption = element("h3");
  const rows = element("div", { className: "layers" });
  const add = element("button", { type: "button" });
  let shown: string | undefined;

  const change = (hidden: readonly number[]): void => {
    session.change({ ...session.setup, model: { ...session.setup.model, hidden } });
  };
  const build = ({ model: { hidden } }: Setup): void => {
    const key = hidden.join();
    if (key === shown) return;
    shown = key;
    add.disabled = hidden.length >= LIMITS.layers[1];
    rows.replaceChildren(...hidden.map((units, i) => row(hidden, units, i)));
    if (hidden.length === 0) rows.append(element("p", { className: "hint" }, words().noHidden));
  };
  const row = (hidden: readonly number[], units: number, i: number): HTMLElement => {
    const input = numberInput(LIMITS.units, 1, (value) => change(hidden.with(i, value)));
    input.valueAsNumber = units;
    const label = element("label", { htmlFor: input.id }, words().unitsOfLayer(i + 1));
    const remove = element(
      "button",
      { type: "button", className: "icon", ariaLabel: words().removeLayer(i + 1) },
      "×",
    );
    remove.onclick = () => {
      change(hidden.toSpliced(i, 1));
      add.focus();
    };
    return element(
      "div",
      { className: "field" },
      label,
      element("span", { className: "layer" }, input, remove),
    );
  };
  add.onclick = () => {
    const { hidden } = session.setup.model;
    change([...hidden, hidden.at(-1) ?? 16]);
    rows.querySelectorAll("input").item(hidden.length)?.focus();
  };
  say((texts) => {
    caption.textContent = texts.hiddenLayers;
    add.textContent = texts.addLayer;
    shown = undefined;
    build(session.setup);
  });
  session.on("setup", build);
  return element("div", { className: "hidden-layers" }, caption, rows, add);
}
