import { element } from "./element.js";
import { say } from "./language.js";
import { markerPicture } from "./markers.js";
import type { Session } from "./session.js";

/** Chooses the class of points that one adds, if one edits points. */
export function classToAdd(session: Session): HTMLElement {
  const legend = element("legend");
  const radios = Array.from({ length: 8 }, (_, label) => {
    const radio = element("input", { type: "radio", name: "class-to-add", checked: label === 0 });
    radio.onchange = () => {
      session.classToAdd = label;
    };
    return radio;
  });
  session.on("classToAdd", (label) => {
    (radios[label] as HTMLInputElement).checked = true;
  });
  say((texts) => {
    legend.textContent = texts.classToAdd;
    radios.forEach((radio, label) => {
      radio.ariaLabel = texts.classNamed(label);
    });
  });
  const choices = radios.map((radio, label) =>
    element("label", { className: "swatch" }, radio, markerPicture(label), String(label)),
  );
  const field = element(
    "fieldset",
    { className: "plain" },
    legend,
    element("div", { className: "row" }, ...choices),
  );
  const refresh = (): void => {
    field.hidden = session.setup.data.kind !== "own";
  };
  refresh();
  session.on("setup", refresh);
  return field;
}
