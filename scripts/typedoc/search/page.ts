import { element } from "../element.js";
import { loadScript } from "../load-script.js";
import type { Found } from "./engine.js";

type Engine = typeof import("./engine.js");

declare global {
  /** What engine.js defines. */
  var spiralnetSearch: Engine | undefined;
}

const { lang } = document.documentElement;
const base = document.documentElement.getAttribute("data-base");
const language = lang.startsWith("zh") ? "zh" : "en";
const NOTHING = { en: "Nothing found", zh: "没有找到" };

const [dialog, input, list, status] = ["", "-input", "-results", "-status"].map(
  (part) => document.getElementById(`tsd-search${part}`) as HTMLElement,
) as [HTMLDialogElement, HTMLInputElement, HTMLElement, HTMLElement];

let shown = 0;

/** The dialog is typedoc's, which opens it and moves in its list. What the list holds comes from here. */
document.addEventListener(
  "input",
  (event) => {
    if (event.target !== input) return;
    event.stopPropagation();
    update().catch(({ message }: Error) => say(message));
  },
  true,
);

list.addEventListener("click", () => dialog.dispatchEvent(new Event("cancel", { cancelable: true })));

async function update(): Promise<void> {
  const query = input.value;
  await loadScript("engine.js");
  if (input.value !== query) return;
  const found = (globalThis.spiralnetSearch as Engine).search(query, language);
  list.replaceChildren(...found.map(option));
  say(found.length > 0 || query.trim() === "" ? "" : `${NOTHING[language]}: ${query}`);
  const [first] = list.children;
  first?.setAttribute("aria-selected", "true");
  input.setAttribute("aria-activedescendant", first?.id ?? "");
}

function say(text: string): void {
  status.replaceChildren();
  if (text !== "") status.append(element("div", "", text));
}

function option({ entry, excerpt }: Found): HTMLElement {
  const link = document.createElement("a");
  link.href = `${base}${entry.url}`;
  link.tabIndex = -1;
  const title = element("span", "text", "");
  if (entry.parent !== "") title.append(element("span", "parent", `${entry.parent} › `));
  title.append(entry.title, element("span", "search-excerpt", excerpt));
  link.append(icon(entry.kind), title);
  const item = element("li", "", "");
  shown += 1;
  item.id = `tsd-search:${shown}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.append(link);
  return item;
}

function icon(kind: number): Element {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ width: "20", height: "20", class: "tsd-kind-icon" })) {
    svg.setAttribute(name, value);
  }
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${kind}`);
  svg.append(use);
  return svg;
}
