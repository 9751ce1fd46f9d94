import { PRESETS, type PresetId } from "../presets.js";
import type { Setup } from "../setup.js";
import { element, newId } from "./element.js";
import { sectionLink } from "./guides.js";
import { say, words } from "./language.js";
import type { Session } from "./session.js";

const IDS = Object.keys(PRESETS) as PresetId[];

/** A menu of setups that show something, and why each does. */
export function presetMenu(session: Session, lessMotion: boolean): HTMLElement {
  const menu = element("select", { id: newId() });
  const caption = element("label", { htmlFor: menu.id });
  const why = element("p", { className: "why" });
  const options = [...IDS, undefined].map((id) =>
    element("option", { value: id ?? "", disabled: id === undefined }),
  );
  menu.append(...options);
  const refresh = (): void => {
    const id = IDS.find((name) => isSame(PRESETS[name], session.setup));
    menu.value = id ?? "";
    if (id === undefined) why.textContent = words().ownSetupWhy;
    else why.replaceChildren(`${words().presets[id].why} `, ...sectionLink(id));
  };
  menu.onchange = () => session.start(PRESETS[menu.value as PresetId], session.playing || !lessMotion);
  say((texts) => {
    caption.textContent = texts.preset;
    options.forEach((option, i) => {
      const id = IDS[i];
      option.textContent = id === undefined ? texts.ownSetup : texts.presets[id].name;
    });
    refresh();
  });
  session.on("setup", refresh);
  return element("div", { className: "preset" }, element("div", { className: "field" }, caption, menu), why);
}

function isSame(one: Setup, other: Setup): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
