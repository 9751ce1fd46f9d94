// @ts-check
import { Converter, Renderer } from "typedoc";

/**
 * Puts the guides with a Chinese heading into a group of their own, and says in their pages that they are
 * Chinese, so that browsers choose the right glyphs and screen readers the right voice. Comes after
 * `titlesFromHeadings`.
 *
 * @param {import("typedoc").Application} app
 */
export function chinesePages(app) {
  /** @type {Set<unknown>} */
  const guides = new Set();
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    if (!/\p{Script=Han}/u.test(document.name)) return;
    guides.add(document);
    document.frontmatter = { ...document.frontmatter, group: "中文" };
  });
  app.renderer.on(Renderer.EVENT_END_PAGE, (page) => {
    if (!guides.has(page.model) || page.contents === undefined) return;
    page.contents = page.contents.replace(/(<html [^>]*)lang="en"/, '$1lang="zh-Hans"');
  });
}
