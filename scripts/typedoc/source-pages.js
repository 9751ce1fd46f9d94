// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { DocumentReflection, IndexEvent, KindRouter, PageEvent, PageKind, Slugger } from "typedoc";

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
    this.#leadToPages(project, project.readme ?? []);
    for (const document of project.documents ?? []) this.#leadToPages(document, document.content);
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
  const code = readFileSync(path, "utf8");
  // A fence longer than those of the examples in its comments.
  const text = `# ${nameOf(path)}\n\n${"`".repeat(5)}typescript\n${code}${"`".repeat(5)}\n`;
  return new DocumentReflection(path, project, [{ kind: "text", text }], {});
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
