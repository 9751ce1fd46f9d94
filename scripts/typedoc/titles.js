// @ts-check
import { Converter, PageEvent } from "typedoc";

/**
 * Names each guide after its first heading instead of its file.
 *
 * @param {import("typedoc").Application} app
 */
export function titlesFromHeadings(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const [first] = document.content;
    const heading = first?.text.match(/^# (.+)$/m)?.[1];
    if (heading === undefined)
      throw new Error(`${document.name}: the guide has no heading to be named after`);
    document.name = heading;
  });
}

const TITLES = new Map([
  ["modules.html", "Contents"],
  ["modules/spiralnet.html", "All of the API"],
  ["hierarchy.html", "Hierarchy"],
]);

/**
 * Tells the pages apart that typedoc names after the project.
 *
 * @param {import("typedoc").Application} app
 */
export function titlesOfLists(app) {
  app.renderer.on(PageEvent.END, (event) => {
    const title = TITLES.get(event.url);
    if (title === undefined) return;
    event.contents = event.contents?.replace(/<title>[^<]*/, `<title>${title} | ${event.project.name}`);
  });
}
