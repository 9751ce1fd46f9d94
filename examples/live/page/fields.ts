import { isWithin, type Range } from "../limits.js";
import type { Setup } from "../setup.js";
import type { Words } from "../words/en.js";
import { element, newId } from "./element.js";
import { say, words } from "./language.js";
import type { Session } from "./session.js";

/** Reads a part of a setup, and replaces it. */
export interface Part<Value> {
  get(setup: Setup): Value;
  set(setup: Setup, value: Value): Setup;
}

/** A field of one of the three groups of a setup. */
export function part<Group extends "data" | "model" | "training", Key extends keyof Setup[Group]>(
  group: Group,
  key: Key,
): Part<Setup[Group][Key]> {
  return {
    get: (setup) => setup[group][key],
    set: (setup, value) => ({ ...setup, [group]: { ...setup[group], [key]: value } }),
  };
}

/** A menu of named choices. */
export function choice<Value extends string | number>(
  session: Session,
  label: (words: Words) => string,
  { get, set }: Part<Value>,
  values: readonly Value[],
  name: (words: Words, value: Value) => string,
  applies: (setup: Setup) => boolean = () => true,
): HTMLElement {
  const menu = element("select", { id: newId() });
  const options = values.map((value) => element("option", { value: String(value) }));
  menu.append(...options);
  say((texts) => {
    options.forEach((option, i) => {
      option.textContent = name(texts, values[i] as Value);
    });
  });
  menu.onchange = () => session.change(set(session.setup, values[menu.selectedIndex] as Value));
  return field(session, label, menu, applies, (setup) => {
    menu.selectedIndex = values.indexOf(get(setup));
  });
}

/** A number to type. */
export function numeric(
  session: Session,
  label: (words: Words) => string,
  part: Part<number>,
  limits: Range,
  step: number | "any",
  applies: (setup: Setup) => boolean = () => true,
): HTMLElement {
  const input = numberInput(limits, step, (value) => session.change(part.set(session.setup, value)));
  return field(session, label, input, applies, (setup) => {
    if (input.valueAsNumber !== part.get(setup)) input.valueAsNumber = part.get(setup);
    input.setCustomValidity("");
  });
}

/** An input that hands over a number within its limits, and says what it expects of another. */
export function numberInput(
  limits: Range,
  step: number | "any",
  use: (value: number) => void,
): HTMLInputElement {
  const [least, most] = limits;
  const input = element("input", {
    type: "number",
    id: newId(),
    min: String(least),
    max: String(most),
    step: String(step),
    required: true,
  });
  input.onchange = () => {
    const value = input.valueAsNumber;
    const fits = isWithin(value, limits) && (step === "any" || Number.isInteger(value));
    const expected = step === "any" ? words().mustBe : words().mustBeWhole;
    input.setCustomValidity(fits ? "" : expected(String(least), String(most)));
    if (input.reportValidity()) use(value);
  };
  return input;
}

/** A slider with its number beside it. */
export function slider(
  session: Session,
  label: (words: Words) => string,
  { get, set }: Part<number>,
  [least, most]: Range,
  step: number,
  show: (value: number) => string,
  applies: (setup: Setup) => boolean = () => true,
): HTMLElement {
  const input = element("input", {
    type: "range",
    id: newId(),
    min: String(least),
    max: String(most),
    step: String(step),
  });
  const output = element("output", { htmlFor: input.id as never });
  const print = (): void => {
    output.textContent = show(input.valueAsNumber);
    input.ariaValueText = output.textContent;
  };
  input.oninput = print;
  input.onchange = () => session.change(set(session.setup, input.valueAsNumber));
  return field(session, label, element("span", { className: "slider" }, input, output), applies, (setup) => {
    input.valueAsNumber = get(setup);
    print();
  });
}

/** A control with its label, kept as the setup says. */
function field(
  session: Session,
  label: (words: Words) => string,
  control: HTMLElement,
  applies: (setup: Setup) => boolean,
  update: (setup: Setup) => void,
): HTMLElement {
  const input = control.matches("input, select") ? control : control.querySelector("input");
  const caption = element("label", { htmlFor: input?.id ?? "" });
  say((texts) => {
    caption.textContent = label(texts);
  });
  const refresh = (setup: Setup): void => {
    update(setup);
    (input as HTMLInputElement).disabled = !applies(setup);
  };
  refresh(session.setup);
  session.on("setup", refresh);
  return element("div", { className: "field" }, caption, control);
}
