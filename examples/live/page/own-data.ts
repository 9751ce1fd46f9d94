import { csvToPoints, pointsToCsv } from "./csv.js";
import { download } from "./download.js";
import { element, newId } from "./element.js";
import { say, words } from "./language.js";
import { markerPicture } from "./markers.js";
import { setOwnPoints } from "./own-points.js";
import { button, hint, panel } from "./panel.js";
import type { Session } from "./session.js";

/** One's own points: the class to add, CSV in and out. */
export function ownData(session: Session): HTMLElement {
  const lines = element("textarea", {
    id: newId(),
    rows: 5,
    spellcheck: false,
    placeholder: "x,y,class\n0.5,-0.2,1",
  });
  const caption = element("label", { htmlFor: lines.id });
  const message = element("p", { className: "message", role: "status" });
  say((texts) => {
    caption.textContent = texts.csv;
  });
  const use = (text: string): void => {
    try {
      const points = csvToPoints(text, words());
      setOwnPoints(session, points);
      message.textContent = words().csvUsed(points.length);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      message.textContent = error.message;
    }
  };
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", async (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    details.open = true;
    use(await file.text());
  });
  const start = button(
    (texts) => texts.ownDataStart,
    () => setOwnPoints(session, session.ownPoints),
  );
  const clear = button(
    (texts) => texts.clear,
    () => setOwnPoints(session, []),
  );
  session.on("setup", ({ data }) => {
    start.disabled = data.kind === "own";
    clear.disabled = data.kind !== "own";
  });
  clear.disabled = session.setup.data.kind !== "own";
  start.disabled = !clear.disabled;

  const details = panel(
    (texts) => texts.ownData,
    hint((texts) => texts.ownDataHint),
    element("div", { className: "row" }, start, clear),
    classToAdd(session),
    caption,
    hint((texts) => texts.csvHint),
    lines,
    element(
      "div",
      { className: "row" },
      button(
        (texts) => texts.csvUse,
        () => use(lines.value),
      ),
      button(
        (texts) => texts.csvDownload,
        () => download("points.csv", "text/csv", pointsToCsv(session.ownPoints)),
      ),
    ),
    message,
  );
  return details;
}

function classToAdd(session: Session): HTMLElement {
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
  return element(
    "fieldset",
    { className: "plain" },
    legend,
    element("div", { className: "row" }, ...choices),
  );
}
