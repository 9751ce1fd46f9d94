// @ts-check
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSX } from "typedoc";
import { bundle } from "./bundle.js";

const SOURCES = fileURLToPath(new URL("./run/", import.meta.url));
const LIBRARY = fileURLToPath(new URL("../../dist/index.js", import.meta.url));
const TARGET = "assets/run";

/**
 * Gives each `ts` block that can run in a browser buttons to run and edit it. A block that continues others runs
 * with them, so it needs that they can, too.
 *
 * @param {import("markdown-it").default} parser
 */
export function markRunnable(parser) {
  const { fence: render } = parser.renderer.rules;
  if (render === undefined) throw new Error("markdown-it has no rule for blocks of code");
  parser.renderer.rules.fence = (tokens, i, ...others) => {
    const html = render(tokens, i, ...others);
    const chain = chainUpTo(tokens, i);
    if (!chain.every(runsInBrowsers)) return html;
    const place = chain.length === 1 ? "first" : "continued";
    return html.replace("<pre>", `<pre data-run="${place}">`).replace("</pre>", `${BAR}</pre>`);
  };
}

/** The room for the buttons, which bar.ts makes. */
const BAR = '<span class="run-bar"></span>';

/**
 * A block and the blocks it continues, or a list with something else if it is no `ts` block.
 *
 * @param {import("markdown-it").Token[]} tokens
 * @param {number} last
 */
function chainUpTo(tokens, last) {
  const chain = tokens.slice(last, last + 1);
  for (let i = last - 1; i >= 0 && chain[0]?.info.trim() === "ts continued"; i--) {
    const token = tokens[i];
    if (token?.type === "fence" && /^ts\b/.test(token.info)) chain.unshift(token);
  }
  return chain;
}

/** @param {import("markdown-it").Token} token */
function runsInBrowsers({ info, content }, i = 0) {
  const imported = [...content.matchAll(/\bfrom "([^"]+)"|\bimport\(?\s*"([^"]+)"/g)];
  return (
    info.trim() === (i === 0 ? "ts" : "ts continued") &&
    imported.every(([, from, alone]) => /^spiralnet(?!\/node)\b/.test(from ?? alone ?? ""))
  );
}

/**
 * Bundles what runs the blocks, with the built library, into the site: a small script for every page, and what it
 * loads when a block first runs.
 *
 * @param {import("typedoc").Application} app
 */
export function runnableBlocks(app) {
  app.renderer.hooks.on("head.end", (context) => [
    JSX.createElement("link", { rel: "stylesheet", href: context.relativeURL(`${TARGET}/run.css`) }),
    JSX.createElement("script", { defer: true, src: context.relativeURL(`${TARGET}/page.js`) }),
  ]);
  app.renderer.postRenderAsyncJobs.push(async ({ outputDirectory }) => {
    if (!existsSync(LIBRARY)) throw new Error("dist is missing: npm run build makes the library of the site");
    const target = join(outputDirectory, TARGET);
    mkdirSync(target, { recursive: true });
    copyFileSync(join(SOURCES, "run.css"), join(target, "run.css"));
    const worker = await bundle(join(SOURCES, "worker.ts"), {
      alias: { "node:util": "node-inspect-extracted" },
      minifyIdentifiers: false,
      keepNames: true,
    });
    await bundle(join(SOURCES, "highlight.ts"), {
      outfile: join(target, "highlight.js"),
      globalName: "spiralnetHighlight",
    });
    await bundle(join(SOURCES, "page.ts"), { outfile: join(target, "page.js") });
    await bundle(join(SOURCES, "engine.ts"), {
      outfile: join(target, "engine.js"),
      globalName: "spiralnetEngine",
      define: { WORKER: JSON.stringify(worker) },
    });
  });
}
