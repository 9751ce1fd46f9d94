import { element } from "./element.js";
import { say, words } from "./language.js";
import { isDark } from "./palette.js";

const listeners: (() => void)[] = [];

/** Calls a listener when the page turns dark or light. */
export function onTheme(listener: () => void): void {
  listeners.push(listener);
}

/** A button that turns the page dark or light. Until it is used, the page is as the system is. */
export function themeSwitch(): HTMLButtonElement {
  const button = element("button", { type: "button", className: "quiet" });
  const label = (): void => {
    button.textContent = isDark() ? words().light : words().dark;
  };
  say(label);
  onTheme(label);
  button.onclick = () => {
    document.documentElement.setAttribute("data-theme", isDark() ? "light" : "dark");
    announce();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", announce);
  return button;
}

function announce(): void {
  for (const listener of listeners) listener();
}
