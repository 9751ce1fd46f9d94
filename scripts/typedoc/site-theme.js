// @ts-check
import { DefaultTheme, DefaultThemeRenderContext, JSX, ReflectionKind } from "typedoc";

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
   * Home, the module and the topic of a page or the list of parts, and its name.
   *
   * @override
   * @param {import("typedoc").Reflection} page
   */
  breadcrumbs = (page) => {
    const steps = [JSX.createElement("a", { href: this.relativeURL("index.html") }, "Home")];
    const module = page.parent;
    if (module?.kindOf(ReflectionKind.SomeModule)) {
      steps.push(JSX.createElement("a", { href: this.urlTo(module) }, module.name));
      const topic = module.groups?.find(({ children }) => children.some((child) => child === page));
      if (topic !== undefined) {
        const anchor = topic.title.toLowerCase().replaceAll(" ", "-");
        steps.push(JSX.createElement("a", { href: `${this.urlTo(module)}#${anchor}` }, topic.title));
      }
    }
    const parts = page.project.documents?.find(({ name }) => name === PARTS);
    if (parts !== undefined && isPart(page)) {
      steps.push(JSX.createElement("a", { href: this.urlTo(parts) }, parts.name));
    }
    if (!page.isProject()) steps.push(JSX.createElement("span", { "aria-current": "page" }, page.name));
    return JSX.createElement(
      "nav",
      { "aria-label": "Breadcrumb" },
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
    // Groups have no page of their own.
    const entries = super
      .buildNavigation(project)
      .flatMap((entry) => (entry.path === undefined ? (entry.children ?? []) : [entry]));
    const mainEntry = entries.find(({ text }) => text === main?.name);
    const otherEntries = others.map(({ name }) => entries.find(({ text }) => text === name));
    const guides = nestParts(entries.filter((entry) => entry !== mainEntry && !otherEntries.includes(entry)));
    const topics = mainEntry?.children ?? [];
    const overview = mainEntry && { ...mainEntry, text: "All of the API", children: undefined };
    // npm run docs builds it into this folder of the site.
    const live = { text: "Live page", path: "live/index.html" };
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
