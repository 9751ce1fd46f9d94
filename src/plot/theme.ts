import { text } from "./svg.js";

/** A colour of a picture on white, and on a dark page. */
interface Tone {
  /** Attributes of the elements that have it. */
  readonly class: string;
  readonly property: "fill" | "stroke";
  readonly light: string;
  readonly dark: string;
}

const TONES = {
  ink: { class: "spiralnet-ink", property: "fill", light: "#222222", dark: "#e0e0e0" },
  paper: { class: "spiralnet-paper", property: "fill", light: "#ffffff", dark: "#1e1e1e" },
  line: { class: "spiralnet-line", property: "stroke", light: "#333333", dark: "#b8b8b8" },
  grid: { class: "spiralnet-grid", property: "stroke", light: "#e6e6e6", dark: "#3a3a3a" },
} satisfies Record<string, Tone>;

/** The attributes that give an element a tone. */
export function tone(name: keyof typeof TONES): Readonly<Record<string, string>> {
  const { class: className, property, light } = TONES[name];
  return { class: className, [property]: light };
}

/**
 * The dark tones, for readers whose page or system is dark. Viewers that know no style sheets keep the light
 * ones. The names of the classes are ours alone, since the styles of a picture within a page hold for all of
 * the page.
 */
export const DARK_STYLE = text(
  "style",
  `@media (prefers-color-scheme:dark){${Object.values(TONES)
    .map(({ class: className, property, dark }) => `.${className}{${property}:${dark}}`)
    .join("")}}`,
);
