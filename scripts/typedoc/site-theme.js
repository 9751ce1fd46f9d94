// @ts-check
import { DefaultTheme, DefaultThemeRenderContext, JSX, ReflectionKind } from "typedoc";
import { CHINESE, chineseHome, isChinese } from "./chinese.js";
import { anchorOfTopic } from "./topics.js";

/**
 * Defines the theme "spiralnet".
 *
 * @param {import("typedoc").Application} app
 */
export function siteTheme(app) {
  app.renderer.defineTheme("spiralnet", SiteTheme);
}

/** The guide that lists the parts of the library. */
const PARTS = "How each part works";

class SiteContext extends DefaultThemeRenderContext {
  /**
   * The first entry of the menu leads home, instead of to a list of the other entries.
   *
   * @override
   * @param {import("typedoc").RouterTarget} target
   */
  urlTo = (target) =>
    target === this.page.project
      ? this.relativeURL("index.html")
      : this.theme.router.relativeUrl(this.page.model, target);

  /**
   * Home, the module and the topic of a page or the list of parts, and its name. Home is the Chinese one for Chinese
   * pages.
   *
   * @override
   * @param {import("typedoc").Reflection} page
   */
  breadcrumbs = (page) => {
    const home = isChinese(page) ? chineseHome(page.project) : undefined;
    const steps = [];
    if (home === undefined) {
      steps.push(JSX.createElement("a", { href: this.relativeURL("index.html") }, "Home"));
    } else if (home !== page) {
      steps.push(JSX.createElement("a", { href: this.urlTo(home) }, "首页"));
    }
    const module = page.parent;
    if (module?.kindOf(ReflectionKind.SomeModule)) {
      steps.push(JSX.createElement("a", { href: this.urlTo(module) }, module.name));
      const topic = module.groups?.find(({ children }) => children.some((child) => child === page));
      if (topic !== undefined) {
        const href = this.urlTo(module) + anchorOfTopic(topic.title);
        steps.push(JSX.createElement("a", { href }, topic.title));
      }
    }
    const parts = page.project.documents?.find(({ name }) => name === PARTS);
    if (parts !== undefined && isPart(page)) {
      steps.push(JSX.createElement("a", { href: this.urlTo(parts) }, parts.name));
    }
    if (!page.isProject()) steps.push(JSX.createElement("span", { "aria-current": "page" }, page.name));
    return JSX.createElement(
      "nav",
      { "aria-label": home === undefined ? "Breadcrumb" : "路径" },
      JSX.createElement(
        "ol",
        { class: "tsd-breadcrumb" },
        steps.map((step) => JSX.createElement("li", null, step)),
      ),
    );
  };
}

/** typedoc's theme with all guides and topics at the first level of its menu, and the way home in each page. */
class SiteTheme extends DefaultTheme {
  /** @override */
  ContextClass = SiteContext;

  /**
   * @override
   * @param {import("typedoc").ProjectReflection} project
   * @returns {import("typedoc").NavigationElement[]}
   */
  buildNavigation(project) {
    const [main, ...others] = project.children ?? [];
    // Groups have no page of their own. That of the Chinese guides stays an entry, at the end.
    const entries = super
      .buildNavigation(project)
      .flatMap((entry) =>
        entry.path === undefined && entry.text !== CHINESE ? (entry.children ?? []) : [entry],
      );
    const mainEntry = entries.find(({ text }) => text === main?.name);
    const otherEntries = others.map(({ name }) => entries.find(({ text }) => text === name));
    const guides = nestParts(entries.filter((entry) => entry !== mainEntry && !otherEntries.includes(entry)));
    const topics = mainEntry?.children ?? [];
    const overview = mainEntry && { ...mainEntry, text: "All of the API", children: undefined };
    // npm run docs builds it into this folder of the site.
    const live = { text: "Live page", path: "live/index.html", kind: ReflectionKind.Document };
    return [live, ...guides, overview, ...topics, ...otherEntries].filter((entry) => entry !== undefined);
  }
}

/** The guides of docs/primitives/. */
const PART = /^How (.+) works?$/;

/**
 * Puts the guides that show how a part works below the one that lists them.
 *
 * @param {readonly import("typedoc").NavigationElement[]} guides
 */
function nestParts(guides) {
  const parts = guides.filter(({ text }) => isPart({ name: text }));
  const children = parts.map((part) => ({ ...part, text: part.text.replace(PART, "$1") }));
  return guides
    .filter((guide) => !parts.includes(guide))
    .map((guide) => (guide.text === PARTS ? { ...guide, children } : guide));
}

/** @param {{ readonly name: string }} guide */
function isPart({ name }) {
  return PART.test(name) && name !== PARTS;
}
