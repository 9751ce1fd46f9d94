// @ts-check
import { readFileSync } from "node:fs";
import { PageEvent } from "typedoc";

const LONGEST = 160;
const { description } = JSON.parse(readFileSync("package.json", "utf8"));

/**
 * Describes each page to search engines by its first sentences instead of by the library's name.
 *
 * @param {import("typedoc").Application} app
 */
export function describePages(app) {
  app.renderer.on(PageEvent.END, (event) => {
    const before = `<meta name="description" content="Documentation for ${event.project.name}"/>`;
    if (!event.contents?.includes(before)) throw new Error(`${event.url} has no description to replace`);
    const described = `<meta name="description" content="${escapeHtml(shorten(textOf(event.model)))}"/>`;
    event.contents = event.contents.replace(before, () => described);
  });
}

/** @param {unknown} model */
function textOf(model) {
  const page = /** @type {import("typedoc").Reflection} */ (model);
  if (page.isProject()) return description;
  if (page.isDocument()) return firstParagraph(page.content);
  const signatures = page.isDeclaration() ? (page.signatures ?? []) : [];
  const comment = [page, ...signatures].find((one) => one.hasComment())?.comment;
  return comment === undefined ? description : firstParagraph(comment.summary);
}

/** @param {readonly { text: string }[]} parts */
function firstParagraph(parts) {
  const paragraphs = parts
    .map(({ text }) => text)
    .join("")
    .replace(/`{3,}.*/s, "")
    .split(/\n\s*\n/);
  const first = paragraphs.find((text) => !/^(\s*$|#|\[?English\b.*中文)/.test(text)) ?? description;
  return first.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*$\\]/g, "");
}

/** @param {string} text */
function shorten(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).replace(/\s+\S*$/, "")}…`;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
