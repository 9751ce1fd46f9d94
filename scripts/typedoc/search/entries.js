// @ts-check
import { ReflectionKind } from "typedoc";
import { isChinese } from "../chinese.js";
import { anchorOfTopic } from "../topics.js";

/** @typedef {import("./entry.js").Entry} Entry */

/** Guides before the API, code before the types it takes, and all of them before what they are made of. */
const WEIGHTS = { guide: 2, code: 1.5, type: 0.8, member: 0.3 };

/** Readers don't look for the words of these: the name of the topic, a part of the comment, its links and code. */
const LEFT_OUT = ["@group", "@summary", "@see", "@example"];

/**
 * A module and its topics, an export, or a member of one.
 *
 * @param {import("typedoc").DeclarationReflection} reflection
 * @param {string} url
 * @returns {Entry[]}
 */
export function entriesOf(reflection, url) {
  const { name, kind, parent } = reflection;
  /** @type {Pick<Entry, "url" | "kind" | "language">} */
  const common = { url, kind, language: "en" };
  const text = commentOf(reflection);
  if (reflection.kindOf(ReflectionKind.SomeModule)) {
    const topics = (reflection.groups ?? []).map(({ title, children }) => ({
      ...common,
      url: url + anchorOfTopic(title),
      title,
      parent: name,
      text: children.map((child) => child.name).join(", "),
      weight: WEIGHTS.code,
    }));
    return [{ ...common, title: name, parent: "", text, weight: WEIGHTS.code }, ...topics];
  }
  if (parent?.kindOf(ReflectionKind.SomeModule)) {
    const type = reflection.kindOf(ReflectionKind.Interface | ReflectionKind.TypeAlias);
    return [{ ...common, title: name, parent: "", text, weight: type ? WEIGHTS.type : WEIGHTS.code }];
  }
  const title = name === "constructor" ? `new ${parent?.name}` : name;
  return [{ ...common, title, parent: parent?.name ?? "", text, weight: WEIGHTS.member }];
}

/** @param {import("typedoc").DeclarationReflection} reflection */
function commentOf(reflection) {
  const parts = [reflection, ...reflection.getAllSignatures()].flatMap(({ comment }) => [
    ...(comment?.summary ?? []),
    ...(comment?.blockTags ?? [])
      .filter(({ tag }) => !LEFT_OUT.includes(tag))
      .flatMap(({ content }) => content),
  ]);
  return textOf(parts.map(({ text }) => text).join(" "));
}

/**
 * The sections of a guide.
 *
 * @param {string} name
 * @param {string} url
 * @param {string} html
 * @returns {Entry[]}
 */
export function sectionsOf(name, url, html) {
  const [, content = ""] = html.split('<div class="col-content">');
  const [body = ""] = content.split('<div class="col-sidebar">');
  const headings = [...body.matchAll(/<h[1-3] id="([^"]*)"[^>]*>(.*?)<\/h[1-3]>/gs)];
  return headings.map(({ 0: heading, 1: anchor, 2: title = "", index }, i) => ({
    title: textOf(title),
    parent: i === 0 ? "" : name,
    url: i === 0 ? url : `${url}#${anchor}`,
    kind: ReflectionKind.Document,
    text: textOf(body.slice(index + heading.length, headings[i + 1]?.index)),
    weight: WEIGHTS.guide,
    language: isChinese({ name }) ? "zh" : "en",
  }));
}

/** @param {string} html */
function textOf(html) {
  return html
    .replace(/<math .*?<\/math>|<button.*?<\/button>/gs, "")
    .replace(/<(br|\/p|\/li|\/td|\/th)\b[^>]*>/g, " ")
    .replace(/<\/?[a-z][^>]*>|[`*]/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
