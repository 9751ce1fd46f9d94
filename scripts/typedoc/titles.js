// @ts-check
import { Converter } from "typedoc";

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
