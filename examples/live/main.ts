import { addressOf, askedLanguage, keepAddress, startFromAddress } from "./page/address.js";
import { classToAdd } from "./page/class-to-add.js";
import { controls } from "./page/controls.js";
import { copyButton } from "./page/copy-button.js";
import { curve } from "./page/curve.js";
import { element } from "./page/element.js";
import { guideLinks } from "./page/guides.js";
import { chooseLanguage, currentLanguage, say, setLanguage } from "./page/language.js";
import { legend } from "./page/legend.js";
import { changeNote, notice } from "./page/notices.js";
import { numbers } from "./page/numbers.js";
import { ownData } from "./page/own-data.js";
import { plane } from "./page/plane.js";
import { player, readout, spokenProgress } from "./page/player.js";
import { point } from "./page/point.js";
import { pointScores } from "./page/point-scores.js";
import { presetMenu } from "./page/presets.js";
import { programPanel } from "./page/program-panel.js";
import { saveButtons } from "./page/save-buttons.js";
import { Session } from "./page/session.js";
import { themeSwitch } from "./page/theme.js";
import { units } from "./page/units.js";
import { DEFAULT } from "./presets.js";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const session = new Session(worker, DEFAULT);
const lessMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;

const asked = askedLanguage();
setLanguage(chooseLanguage(asked === null ? navigator.languages : [asked, ...navigator.languages]));
document.body.replaceChildren(header(), page(), footer());
// In the frame of another page, what a link leads to would take the place of this page.
if (self !== top) document.head.append(element("base", { target: "_blank" }));
keepAddress(session);
startFromAddress(session, !lessMotion);

function header(): HTMLElement {
  const title = element("h1");
  const tagline = element("p");
  const language = element("button", { type: "button", className: "quiet" });
  language.onclick = () => setLanguage(currentLanguage() === "en" ? "zh" : "en");
  say((texts) => {
    document.title = texts.title;
    title.textContent = texts.title;
    tagline.textContent = texts.tagline;
    language.textContent = texts.language;
    language.lang = currentLanguage() === "en" ? "zh-Hans" : "en";
  });
  const link = copyButton(
    (texts) => texts.copyLink,
    () => addressOf(session),
  );
  return element(
    "header",
    {},
    ...guideLinks(),
    element("div", {}, title, tagline),
    element("div", { className: "row" }, link, language, themeSwitch()),
  );
}

function page(): HTMLElement {
  const figure = element(
    "div",
    { className: "plane-and-notice" },
    plane(session),
    notice(session, lessMotion),
  );
  return element(
    "main",
    {},
    presetMenu(session, lessMotion),
    element(
      "section",
      { className: "figure" },
      player(session),
      figure,
      classToAdd(session),
      legend(session),
      changeNote(session),
    ),
    element(
      "section",
      { className: "reading" },
      readout(session),
      curve(session),
      pointScores(session),
      spokenProgress(session),
    ),
    element("section", { className: "settings" }, controls(session)),
    element(
      "section",
      { className: "panels" },
      point(session),
      units(session),
      numbers(session),
      ownData(session),
      programPanel(session),
      saveButtons(session),
    ),
  );
}

function footer(): HTMLElement {
  const licenses = element("a", { href: "./licenses.txt" });
  say((texts) => {
    licenses.textContent = texts.licenses;
  });
  return element("footer", {}, licenses);
}
