// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { IndexEvent, JSX, PageEvent } from "typedoc";
import { bundle } from "./bundle.js";
import { entriesOf, sectionsOf } from "./search/entries.js";

const SOURCES = fileURLToPath(new URL("./search/", import.meta.url));
const TARGET = "assets/search";

/**
 * Searches the site by words without their endings, in Chinese too, and leads to the sections of guides. typedoc's
 * own index knows words only as they are written, and guides only as a whole.
 *
 * @param {import("typedoc").Application} app
 */
export function siteSearch(app) {
  /** @type {import("./search/entry.js").Entry[]} */
  const entries = [];
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => {
    const declarations = event.searchResults.filter((one) => one.isDeclaration());
    entries.push(
      ...declarations.flatMap((one) => entriesOf(one, app.renderer.router?.getFullUrl(one) ?? "")),
    );
    while (event.searchResults.length > 0) event.removeResult(0);
  });
  app.renderer.on(PageEvent.END, ({ url, model, contents }) => {
    const { name } = /** @type {import("typedoc").Reflection} */ (model);
    if (url === "index.html" || url.startsWith("documents/"))
      entries.push(...sectionsOf(name, url, contents ?? ""));
  });
  app.renderer.hooks.on("head.end", (context) =>
    JSX.createElement("script", { defer: true, src: context.relativeURL(`${TARGET}/page.js`) }),
  );
  app.renderer.postRenderAsyncJobs.push(async ({ outputDirectory }) => {
    const target = join(outputDirectory, TARGET);
    await bundle(join(SOURCES, "page.ts"), { outfile: join(target, "page.js") });
    await bundle(join(SOURCES, "engine.ts"), {
      outfile: join(target, "engine.js"),
      globalName: "spiralnetSearch",
      define: { ENTRIES: JSON.stringify(entries), GLOSSARY: JSON.stringify(glossary()) },
    });
  });
}

/**
 * Pairs of a Chinese word and an English one: the API has no Chinese page, but readers who search in Chinese. Words
 * of one character are parts of many others.
 */
function glossary() {
  const rows = readFileSync("docs/zh/glossary.md", "utf8").matchAll(
    /^\| (\w[^|]*) \| (\p{Script=Han}[^|]*) \|/gmu,
  );
  return [...rows]
    .flatMap(([, english = "", chinese = ""]) => {
      const words = english.split(", ");
      return chinese.split("，").map((word, i) => [word, words[i] ?? english]);
    })
    .filter(([chinese = ""]) => chinese.length > 1);
}
