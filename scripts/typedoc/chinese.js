// @ts-check
import { Converter, Renderer } from "typedoc";

/** The group of the Chinese guides, which the menu of the site shows as an entry. */
export const CHINESE = "中文";

/** @param {{ readonly name: string }} page */
export function isChinese({ name }) {
  return /\p{Script=Han}/u.test(name);
}

/**
 * The first of the Chinese pages of a project.
 *
 * @param {import("typedoc").ProjectReflection} project
 */
export function chineseHome({ documents }) {
  return documents?.find((document) => isChinese(document) && document.name.startsWith("spiralnet"));
}

/**
 * Puts the guides with a Chinese heading into a group of their own, and sets their pages in Chinese: the words of
 * the theme, and the language, so that browsers choose the right glyphs and screen readers the right voice. Comes
 * after `titlesFromHeadings`.
 *
 * @param {import("typedoc").Application} app
 */
export function chinesePages(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    if (!isChinese(document)) return;
    document.frontmatter = { ...document.frontmatter, group: CHINESE };
  });
  app.renderer.on(Renderer.EVENT_BEGIN_PAGE, (page) => {
    if (isChinese(page.model)) app.internationalization.setLocale("zh");
  });
  app.renderer.on(Renderer.EVENT_END_PAGE, (page) => {
    if (!isChinese(page.model) || page.contents === undefined) return;
    app.internationalization.setLocale("en");
    page.contents = page.contents
      .replace(/(<html [^>]*)lang="en"/, '$1lang="zh-Hans"')
      // A page opened as a file would lead to a list of files.
      .replace(/href="\.\.\/(?=["#])/g, 'href="../index.html');
  });
}
