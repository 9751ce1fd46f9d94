import { element } from "./element.js";
import { say, words } from "./language.js";
import { markerPicture } from "./markers.js";
import type { Session } from "./session.js";
import { onTheme } from "./theme.js";

/** Which marker is which class, and which points training sees. */
export function legend(session: Session): HTMLElement {
  const list = element("ul", { className: "legend" });
  const build = (): void => {
    const { classes, program } = session;
    const isSplit = program === "none" ? session.setup.data.testShare > 0 : session.data.test.length > 0;
    const items = Array.from({ length: classes }, (_, label) =>
      element("li", {}, markerPicture(label), words().classNamed(label)),
    );
    if (isSplit) {
      items.push(element("li", {}, markerPicture(0), words().filled));
      items.push(element("li", {}, markerPicture(0, false), words().hollow));
    }
    list.replaceChildren(...items);
  };
  say(build);
  onTheme(build);
  session.on("setup", build);
  session.on("data", build);
  return list;
}
