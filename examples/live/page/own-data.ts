import type { Words } from "../words/en.js";
import { csvToPoints, pointsToCsv } from "./csv.js";
import { download } from "./download.js";
import { element, newId } from "./element.js";
import { say, words } from "./language.js";
import { setOwnPoints } from "./own-points.js";
import { button, hint, panel } from "./panel.js";
import type { Session } from "./session.js";

/** One's own points: CSV in and out. */
export function ownData(session: Session): HTMLElement {
  const lines = element("textarea", {
    id: newId(),
    rows: 5,
    spellcheck: false,
    placeholder: "x,y,class\n0.5,-0.2,1",
  });
  const caption = element("label", { htmlFor: lines.id });
  const message = element("p", { className: "message", role: "status" });
  let said: (words: Words) => string = () => "";
  const tell = (text: (words: Words) => string): void => {
    said = text;
    message.textContent = said(words());
  };
  /** Takes the points of some lines, or says what is wrong with them. */
  const use = (text: string, complain: (problem: (words: Words) => string) => void): void => {
    const points = csvToPoints(text);
    if (typeof points === "function") {
      complain(points);
      return;
    }
    setOwnPoints(session, points);
    tell((texts) => texts.csvUsed(points.length));
  };
  say((texts) => {
    caption.textContent = texts.csv;
    message.textContent = said(texts);
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", async (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    details.open = true;
    // A folder, for example, can't be read.
    const text = await file.text().catch(() => undefined);
    // The panel may be far below the plane: what is wrong is said over the plane.
    if (text === undefined) session.warn((texts) => texts.csvUnreadable(file.name));
    else use(text, (problem) => session.warn(problem));
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
    caption,
    hint((texts) => texts.csvHint),
    lines,
    element(
      "div",
      { className: "row" },
      button(
        (texts) => texts.csvUse,
        () => use(lines.value, tell),
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
