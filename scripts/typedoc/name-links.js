// @ts-check
import { Converter, ReflectionKind } from "typedoc";

/**
 * Links the names of exports that the README and the guides set as code to their pages. A name in small letters,
 * such as `normal`, may mean something else in a sentence: it is linked only in the first column of a table.
 *
 * @param {import("typedoc").Application} app
 */
export function linkNames(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const exported = exportsOf(project);
    const pages = [
      project.readme ?? [],
      ...project.getReflectionsByKind(ReflectionKind.Document).map(contentOf),
    ];
    for (const parts of pages) linkParts(parts, exported);
  });
}

/** @param {import("typedoc").Reflection} document */
function contentOf(document) {
  return document.isDocument() ? document.content : [];
}

/**
 * The exports by name. The main entry goes before the others.
 *
 * @param {import("typedoc").ProjectReflection} project
 */
function exportsOf(project) {
  /** @type {Map<string, import("typedoc").DeclarationReflection>} */
  const exported = new Map();
  for (const { children = [] } of project.children ?? []) {
    for (const child of children) if (!exported.has(child.name)) exported.set(child.name, child);
  }
  return exported;
}

/**
 * @param {import("typedoc").CommentDisplayPart[]} parts
 * @param {Map<string, import("typedoc").Reflection>} exported
 */
function linkParts(parts, exported) {
  let line = "";
  for (const [i, part] of parts.entries()) {
    const name = part.kind === "code" ? part.text.match(/^`(\w+)`$/)?.[1] : undefined;
    const target = name === undefined ? undefined : exported.get(name);
    const clear = name !== undefined && (/[A-Z]/.test(name) || /^\|[^|]*$/.test(line));
    line = (line + part.text).split("\n").at(-1) ?? "";
    // In the text of a link there can't be another, and headings stay plain.
    const free = !/^#|\[[^\]]*$/.test(line);
    if (name !== undefined && target !== undefined && clear && free) {
      parts[i] = { kind: "inline-tag", tag: "@linkcode", text: name, target };
    }
  }
}
