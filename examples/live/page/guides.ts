/// <reference types="vite/types/importMeta.d.ts" />
import type { PresetId } from "../presets.js";
import { element } from "./element.js";
import { currentLanguage, type Language, say, words } from "./language.js";

/** Whether this page is a part of the site, which has the guides: `npm run docs` builds it with `--mode site`. */
const IN_SITE = import.meta.env.MODE === "site";

/** Where the site has a guide, in each language in which there is one. */
type Places = { readonly en: string } & { readonly [Other in Language]?: string };

const GUIDES = {
  home: { en: "index.html", zh: "documents/spiralnet_简介.html" },
  caseStudy: { en: "documents/The_case_study.html", zh: "documents/案例研究.html" },
  parts: { en: "documents/How_each_part_works.html" },
  training: { en: "documents/Is_it_training_.html" },
  gradients: { en: "documents/Checking_gradients.html" },
  gallery: { en: "documents/Gallery.html" },
} satisfies Record<string, Places>;

/** A guide of the site. */
export type Guide = keyof typeof GUIDES;

/** The section that explains what a preset shows. */
const SECTIONS: Readonly<Record<PresetId, { readonly guide: Guide; readonly section: Places }>> = {
  caseStudy: { guide: "caseStudy", section: { en: "training-it", zh: "训练" } },
  linear: { guide: "caseStudy", section: { en: "a-hidden-layer", zh: "隐藏层" } },
  deepSigmoid: { guide: "caseStudy", section: { en: "why-sigmoid-saturates", zh: "sigmoid-为什么会饱和" } },
  highLearningRate: { guide: "training", section: { en: "when-it-diverges" } },
  overfitting: { guide: "training", section: { en: "after-does-it-know-more-than-its-examples" } },
  overfittingCured: { guide: "training", section: { en: "after-does-it-know-more-than-its-examples" } },
  xor: { guide: "gallery", section: { en: "xor-needs-a-hidden-layer" } },
};

/** Links to the guides, if the page is a part of the site. */
export function guideLinks(): HTMLElement[] {
  if (!IN_SITE) return [];
  const list = element("nav", { className: "row guides" });
  say((texts) => {
    list.ariaLabel = texts.guidesLabel;
    list.replaceChildren(...(Object.keys(GUIDES) as Guide[]).map((guide) => link(guide)));
  });
  return [list];
}

/** A link to the section that explains a preset, if the page is a part of the site. */
export function sectionLink(preset: PresetId): HTMLElement[] {
  const { guide, section } = SECTIONS[preset];
  return IN_SITE ? [link(guide, section)] : [];
}

/** A link to a guide in the language of the page, otherwise to the English one, and then it says so. */
function link(guide: Guide, section?: Places): HTMLAnchorElement {
  const places: Places = GUIDES[guide];
  const page = currentLanguage();
  const language = places[page] === undefined ? "en" : page;
  const name = words().guides[guide];
  const made = element("a", { hreflang: language }, language === page ? name : words().inEnglish(name));
  made.href = `../${places[language]}${section === undefined ? "" : `#${section[language]}`}`;
  return made;
}
