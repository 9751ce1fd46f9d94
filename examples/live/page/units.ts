import type { Frame } from "../messages.js";
import { element } from "./element.js";
import { largest } from "./grid.js";
import { say, words } from "./language.js";
import { hint, panel } from "./panel.js";
import { paintUnit } from "./regions.js";
import type { Session } from "./session.js";
import { onTheme } from "./theme.js";
import { unanswered } from "./unanswered.js";

/** A hundred pictures take their time: they are drawn this many milliseconds apart. */
const PAUSE = 100;

/** A small picture of each hidden unit's activation over the plane. */
export function units(session: Session): HTMLElement {
  const layers = element("div", { className: "units" });
  let canvases: HTMLCanvasElement[] = [];
  let shown: string | undefined;
  let drawn = 0;

  const build = (): void => {
    const hidden = counts();
    const key = `${hidden.join()} ${session.program}`;
    if (key === shown) return;
    shown = key;
    canvases = [];
    layers.replaceChildren(...hidden.map((count, i) => layer(i + 1, count)));
    if (hidden.length > 0) return;
    const why = unanswered(session, words()) ?? words().unitsNone;
    layers.append(element("p", { className: "hint" }, why));
  };
  /** How many units each hidden layer has: a program's model has those that its frames show. */
  const counts = (): readonly number[] => {
    if (session.program === "none") return session.setup.model.hidden;
    const maps = session.frame?.units ?? [];
    return [...new Set(maps.map(({ layer }) => layer))].map(
      (layer) => maps.filter((map) => map.layer === layer).length,
    );
  };
  const layer = (number: number, count: number): HTMLElement => {
    const pictures = Array.from({ length: count }, (_, unit) => {
      const canvas = element("canvas", { width: 1, height: 1 });
      canvases.push(canvas);
      const button = element(
        "button",
        { type: "button", ariaLabel: words().unitNamed(number, unit + 1) },
        canvas,
      );
      const enlarge = (): void => {
        session.enlarged = { layer: number - 1, unit };
      };
      const stop = (): void => {
        session.enlarged = undefined;
      };
      button.onpointerenter = button.onfocus = enlarge;
      button.onpointerleave = button.onblur = stop;
      return button;
    });
    return element(
      "section",
      {},
      element("h3", {}, words().unitsOf(number)),
      element("div", { className: "pictures" }, ...pictures),
    );
  };
  const drawNowAndThen = ({ playing }: Frame): void => {
    if (!playing || performance.now() - drawn > PAUSE) draw();
  };
  const draw = (): void => {
    drawn = performance.now();
    if (!details.open) return;
    build();
    const maps = session.frame?.units ?? [];
    if (maps.length !== canvases.length) return;
    // Units of a layer have one scale, so that those that do little are pale.
    const most = counts().map((_, i) =>
      largest(maps.filter(({ layer }) => layer === i).map(({ values }) => largest(values))),
    );
    canvases.forEach((canvas, i) => {
      const map = maps[i];
      if (map !== undefined) paintUnit(canvas, map, most[map.layer] as number);
    });
  };
  const details = panel(
    (texts) => texts.units,
    hint((texts) => texts.unitsHint),
    layers,
  );
  details.ontoggle = () => session.want("units", "panel", details.open);
  say(() => {
    shown = undefined;
    build();
    draw();
  });
  session.on("setup", build);
  session.on("draw", drawNowAndThen);
  onTheme(draw);
  return details;
}
