// @ts-check
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { katex } from "@mdit/plugin-katex";
import { JSX, RendererEvent } from "typedoc";

const KATEX = dirname(createRequire(import.meta.url).resolve("katex/dist/katex.min.css"));
const TARGET = "assets/katex";

/**
 * Renders `$...$` as formulas. A wrong one stops the build, as does one that KaTeX would only warn of.
 *
 * @param {import("markdown-it").default} parser
 */
export function parseFormulas(parser) {
  parser.use(katex, {
    throwOnError: true,
    logger: (/** @type {string} */ kind) => (kind === "newLineInDisplayMode" ? "ignore" : "error"),
    transformer: stopAtErrors,
  });
}

/**
 * The plugin catches KaTeX's errors and puts them into the page.
 *
 * @param {string} html
 */
function stopAtErrors(html) {
  const [, error, tex] = html.match(/katex-error' title='([^']*)'>([^<]*)</) ?? [];
  if (error !== undefined) throw new Error(`wrong formula "${tex?.trim()}": ${error}`);
  return html;
}

/**
 * Copies KaTeX's style sheet and fonts into the site, and links the sheet from every page.
 *
 * @param {import("typedoc").Application} app
 */
export function formulaAssets(app) {
  app.renderer.hooks.on("head.end", (context) =>
    JSX.createElement("link", { rel: "stylesheet", href: context.relativeURL(`${TARGET}/katex.min.css`) }),
  );
  app.renderer.on(RendererEvent.END, ({ outputDirectory }) => {
    const target = join(outputDirectory, TARGET);
    mkdirSync(join(target, "fonts"), { recursive: true });
    const fonts = readdirSync(join(KATEX, "fonts")).filter((name) => name.endsWith(".woff2"));
    for (const name of fonts) cpSync(join(KATEX, "fonts", name), join(target, "fonts", name));
    // Every browser that runs the library knows woff2.
    const styles = readFileSync(join(KATEX, "katex.min.css"), "utf8");
    const otherFonts = /,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g;
    writeFileSync(join(target, "katex.min.css"), styles.replace(otherFonts, ""));
  });
}
