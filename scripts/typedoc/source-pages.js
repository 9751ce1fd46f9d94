// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import {
  DocumentReflection,
  IndexEvent,
  KindRouter,
  PageEvent,
  PageKind,
  ReflectionKind,
  Slugger,
} from "typedoc";

const FOLDERS = ["src", "examples"];
/** The kernels are written in another language and compiled into the second. */
const LEFT_OUT = /\/wasm\/assembly\/|\/wasm\/binary\.ts$|^examples\/output\//;

/** The page of each source file, by its path. */
const PAGES = /** @type {Map<string, DocumentReflection>} */ (new Map());

/** Gives each source file a page, and what is defined in it a link to its line there. */
class RouterWithSources extends KindRouter {
  /**
   * @override
   * @param {import("typedoc").ProjectReflection} project
   */
  buildPages(project) {
    const pages = super.buildPages(project);
    const documented = Object.values(project.reflections);
    PAGES.clear();
    for (const path of sourceFiles()) {
      const page = sourcePage(path, project);
      const url = this.getFileName(`source/${nameOf(path).slice(0, -".ts".length)}`);
      this.fullUrls.set(page, url);
      this.sluggers.set(page, new Slugger(this.application.options.getValue("sluggerConfiguration")));
      pages.push({ url, kind: PageKind.Document, model: page });
      PAGES.set(path, page);
    }
    for (const reflection of documented) this.#linkSources(reflection);
    for (const guide of project.documents ?? []) this.#showSources(guide, documented);
    this.#leadToPages(project, project.readme ?? []);
    for (const guide of project.documents ?? []) this.#leadToPages(guide, guide.content);
    return pages;
  }

  /**
   * A link of a guide to a source file leads to its page instead of to the file, which browsers take for a video.
   *
   * @param {import("typedoc").Reflection} from
   * @param {import("typedoc").CommentDisplayPart[]} parts
   */
  #leadToPages(from, parts) {
    for (const [i, { kind, text }] of parts.entries()) {
      const page = kind === "relative-link" ? PAGES.get(text.replace(/^(\.\.?\/)+/, "")) : undefined;
      if (page !== undefined) parts[i] = { kind: "text", text: this.relativeUrl(from, page) };
    }
  }

  /**
   * Shows a source file where a guide has a paragraph that is its name. The pages of what the file exports then
   * lead to the guide.
   *
   * @param {DocumentReflection} guide
   * @param {readonly import("typedoc").Reflection[]} documented
   */
  #showSources(guide, documented) {
    for (const [i, { kind, text }] of guide.content.entries()) {
      const path = text.slice(1, -1);
      const page = kind === "code" ? PAGES.get(path) : undefined;
      const [before, after] = [guide.content[i - 1], guide.content[i + 1]];
      if (page === undefined || !before?.text.endsWith("\n\n") || !after?.text.startsWith("\n\n")) continue;
      const link = `[${nameOf(path)}](${this.relativeUrl(guide, page)})`;
      guide.content[i] = { kind: "text", text: `${link}\n\n${codeOf(path)}` };
      for (const reflection of documented)
        if (isExportOf(path, reflection)) this.#leadToGuide(reflection, guide);
    }
  }

  /**
   * @param {import("typedoc").DeclarationReflection} reflection
   * @param {DocumentReflection} guide
   */
  #leadToGuide(reflection, guide) {
    for (const { comment } of [reflection, ...(reflection.signatures ?? [])]) {
      const text = `\n\n[${guide.name}](${this.relativeUrl(reflection, guide)}): formula, derivation, gradient check.`;
      comment?.summary.push({ kind: "text", text });
    }
  }

  /** @param {import("typedoc").Reflection} reflection */
  #linkSources(reflection) {
    if (!reflection.isDeclaration() && !reflection.isSignature()) return;
    reflection.sources = reflection.sources?.filter(({ fileName }) => PAGES.has(fileName));
    for (const source of reflection.sources ?? []) {
      const page = /** @type {DocumentReflection} */ (PAGES.get(source.fileName));
      source.url = `${this.relativeUrl(reflection, page)}#L${source.line}`;
    }
  }
}

/**
 * Numbers the lines of the source pages, links their imports, and keeps them out of the search.
 *
 * @param {import("typedoc").Application} app
 */
export function sourcePages(app) {
  app.renderer.defineRouter("with-sources", RouterWithSources);
  app.renderer.on(IndexEvent.PREPARE_INDEX, (event) => {
    for (const page of PAGES.values()) {
      const index = event.searchResults.indexOf(page);
      if (index >= 0) event.removeResult(index);
    }
  });
  app.renderer.on(PageEvent.END, (event) => {
    const { router } = app.renderer;
    const from = event.model;
    const path = [...PAGES.keys()].find((key) => PAGES.get(key) === from);
    if (path === undefined || router === undefined) return;
    const urlOf = (/** @type {string} */ imported) => {
      const page = PAGES.get(join(dirname(path), imported.replace(/\.js$/, ".ts")));
      return page && router.relativeUrl(from, page);
    };
    event.contents = event.contents?.replace(
      /(<code class="typescript">)(.*?)(<\/code>)/s,
      (_all, open, code, close) => open + numberLines(linkImports(code, urlOf)) + close,
    );
  });
}

function sourceFiles() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
      join(folder, path.replaceAll("\\", "/")),
    ),
  )
    .filter((path) => path.endsWith(".ts") && !LEFT_OUT.test(path))
    .sort();
}

/**
 * The path of a file as readers say it: within the library, or in a folder beside it.
 *
 * @param {string} path
 */
function nameOf(path) {
  return path.replace(/^src\//, "");
}

/**
 * @param {string} path
 * @param {import("typedoc").ProjectReflection} project
 */
function sourcePage(path, project) {
  const text = `# ${nameOf(path)}\n\n${codeOf(path)}\n`;
  return new DocumentReflection(path, project, [{ kind: "text", text }], {});
}

/**
 * Whether it is a class, a function or a constant that a file exports.
 *
 * @param {string} path
 * @param {import("typedoc").Reflection} reflection
 * @returns {reflection is import("typedoc").DeclarationReflection}
 */
function isExportOf(path, reflection) {
  const kinds = ReflectionKind.Class | ReflectionKind.Function | ReflectionKind.Variable;
  return (
    reflection.isDeclaration() &&
    reflection.kindOf(kinds) &&
    reflection.parent?.kindOf(ReflectionKind.SomeModule) === true &&
    reflection.sources?.some(({ fileName }) => fileName === path) === true
  );
}

/**
 * The block of code that shows a file. Its fence is longer than those of the examples in the file's comments.
 *
 * @param {string} path
 */
function codeOf(path) {
  const fence = "`".repeat(5);
  return `${fence}typescript\n${readFileSync(path, "utf8")}${fence}`;
}

/**
 * @param {string} code - highlighted
 * @param {(path: string) => string | undefined} urlOf
 */
function linkImports(code, urlOf) {
  return code.replace(/&quot;(\.[\w./-]+\.js)&quot;/g, (quoted, path) => {
    const url = urlOf(path);
    return url === undefined ? quoted : `<a href="${url}">${quoted}</a>`;
  });
}

/** @param {string} code - highlighted, with line breaks as elements */
function numberLines(code) {
  return code
    .trimEnd()
    .split("<br/>")
    .map((line, i) => `<span class="line" id="L${i + 1}" data-line="${i + 1}">${line}</span>`)
    .join("\n");
}
