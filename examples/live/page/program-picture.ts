import { element } from "./element.js";
import { say, words } from "./language.js";
import { decimal, percent, whole } from "./numbers-as-text.js";
import { drawCells, drawMarkers } from "./plane-picture.js";
import { paintRegions } from "./regions.js";
import type { Session } from "./session.js";
import { cleared, keepSharp } from "./sharp-canvas.js";
import { onTheme } from "./theme.js";

/** The plane once more, beside the program, with where its training stands. `isSeen` tells whether to draw. */
export function programPicture(session: Session, isSeen: () => boolean): HTMLElement {
  const regions = element("canvas", { ariaHidden: "true" });
  const points = element("canvas", { ariaHidden: "true" });
  const box = element("div", { className: "small-plane", role: "img" }, regions, points);
  const caption = element("figcaption");
  const cells = element("canvas");

  const drawRegions = (): void => {
    const { frame, data } = session;
    if (frame === undefined || !isSeen()) return;
    paintRegions(cells, frame.regions);
    drawCells(regions, cells, frame.regions.extent, data.extent);
    print();
  };
  const drawPoints = (): void => {
    if (!isSeen()) return;
    const { data } = session;
    drawMarkers(cleared(points), data, { width: points.clientWidth, extent: data.extent, radius: 2.5 });
  };
  const print = (): void => {
    const { frame } = session;
    if (frame === undefined) return;
    const right = Number.isNaN(frame.accuracy) ? "–" : percent(frame.accuracy);
    const loss = Number.isNaN(frame.loss) ? "–" : decimal(frame.loss, 4);
    caption.textContent = words().programStands(whole(frame.iteration), right, loss);
  };
  say((texts) => {
    box.ariaLabel = texts.programPicture;
    print();
  });
  keepSharp(regions, drawRegions);
  keepSharp(points, drawPoints);
  onTheme(drawRegions);
  onTheme(drawPoints);
  session.on("draw", drawRegions);
  session.on("data", drawPoints);
  return element("figure", { className: "program-picture" }, box, caption);
}
