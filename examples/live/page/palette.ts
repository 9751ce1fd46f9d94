export const BLUE = "#0072b2";
export const VERMILION = "#d55e00";

/** The colours of Okabe and Ito, which differ for readers with any kind of colour vision, and grey. */
const CLASS_COLORS = [BLUE, "#e69f00", "#009e73", VERMILION, "#cc79a7", "#56b4e9", "#f0e442", "#8c8c8c"];

/** Negative numbers are vermilion, positive ones blue. */
const NEGATIVE = rgb(VERMILION);
const POSITIVE = rgb(BLUE);

/** What a canvas draws with, in the light or the dark theme. */
export interface CanvasColors {
  readonly background: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
}

const LIGHT: CanvasColors = { background: "#ffffff", ink: "#1b1f24", quiet: "#59626d", line: "#dde1e6" };
const DARK: CanvasColors = { background: "#15181d", ink: "#eef1f4", quiet: "#a3adb8", line: "#343b44" };

/** The colours of the theme that the page is in. */
export function canvasColors(): CanvasColors {
  return isDark() ? DARK : LIGHT;
}

/** Whether the page is dark: by its switch, otherwise as the system is. */
export function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}

/** The colour of a class. */
export function classColor(label: number): string {
  return CLASS_COLORS[label % CLASS_COLORS.length] as string;
}

/** A class's colour over the background, from none of it (0) to all of it (1). */
export function classShade(label: number, strength: number): number {
  return mix(rgb(canvasColors().background), rgb(classColor(label)), strength);
}

/** Colours for numbers: vermilion for −1, the background for 0, blue for 1. */
export function signedShades(): (value: number) => number {
  const background = rgb(canvasColors().background);
  const shades = Array.from({ length: 511 }, (_, i) =>
    mix(background, i < 255 ? NEGATIVE : POSITIVE, Math.abs(i - 255) / 255),
  );
  return (value) => shades[Math.round(255 + 255 * Math.max(-1, Math.min(1, value)))] as number;
}

type Rgb = readonly [number, number, number];

function rgb(color: string): Rgb {
  const number = Number.parseInt(color.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** The colour between two, as red, green, blue and full opacity in the bytes of a number. */
function mix(from: Rgb, to: Rgb, share: number): number {
  const between = (i: 0 | 1 | 2): number => Math.round(from[i] + (to[i] - from[i]) * share);
  return between(0) * 2 ** 24 + (between(1) << 16) + (between(2) << 8) + 255;
}
