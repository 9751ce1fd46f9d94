import type { ParameterNumbers } from "../messages.js";
import { element } from "./element.js";
import { largest, paintGrid } from "./grid.js";
import { say, words } from "./language.js";
import { decimal } from "./numbers-as-text.js";
import { signedShades } from "./palette.js";
import { hint, panel } from "./panel.js";
import type { Session } from "./session.js";
import { onTheme } from "./theme.js";
import { unanswered } from "./unanswered.js";

/** The side of a number's cell, and the most that a picture is high, in pixels. */
const CELL = 14;
const HIGHEST = 224;

interface Shown {
  readonly canvas: HTMLCanvasElement;
  readonly text: HTMLElement;
}

/** All weights and biases, as numbers and as colour. */
export function numbers(session: Session): HTMLElement {
  const list = element("div", { className: "numbers" });
  const missing = element("p", { className: "hint" });
  let shown: Shown[] = [];
  let shapes: string | undefined;
  let printed = 0;

  const build = (parameters: readonly ParameterNumbers[]): void => {
    const key = parameters.map(({ name, rows, cols }) => `${name} ${rows} ${cols}`).join();
    if (key === shapes) return;
    shapes = key;
    printed = 0;
    shown = parameters.map(() => ({
      canvas: element("canvas", { role: "img", width: 1, height: 1 }),
      text: element("pre", { tabIndex: 0 }),
    }));
    list.replaceChildren(
      ...parameters.map(({ name, rows, cols }, i) => {
        const { canvas, text } = shown[i] as Shown;
        const label = words().numbersLabel(name, rows, cols);
        canvas.ariaLabel = text.ariaLabel = label;
        canvas.style.width = `${cols * CELL}px`;
        canvas.style.height = `${Math.min(rows * CELL, HIGHEST)}px`;
        return element("section", {}, element("h3", {}, label), canvas, text);
      }),
    );
  };
  const draw = (): void => {
    const { frame } = session;
    if (!details.open || frame === undefined) return;
    missing.textContent = frame.parameters.length > 0 ? "" : (unanswered(session, words()) ?? "");
    build(frame.parameters);
    // Digits that change faster can't be read, and cost time.
    const prints = !frame.playing || performance.now() - printed > 250;
    if (prints) printed = performance.now();
    frame.parameters.forEach((parameter, i) => {
      const { canvas, text } = shown[i] as Shown;
      paint(canvas, parameter);
      if (prints) text.textContent = table(parameter);
    });
  };
  const details = panel(
    (texts) => texts.numbers,
    hint((texts) => texts.numbersHint),
    missing,
    list,
  );
  say(() => {
    shapes = undefined;
    draw();
  });
  details.ontoggle = () => session.want("parameters", "panel", details.open);
  session.on("draw", draw);
  onTheme(draw);
  return details;
}

function paint(canvas: HTMLCanvasElement, { rows, cols, values }: ParameterNumbers): void {
  const most = largest(values);
  const shade = signedShades();
  paintGrid(canvas, cols, rows, (cell) => shade((values[cell] as number) / most));
}

function table({ rows, cols, values }: ParameterNumbers): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * cols, (row + 1) * cols), (value) => decimal(value).padStart(8)).join(
      " ",
    ),
  );
  return lines.join("\n");
}
