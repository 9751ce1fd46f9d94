import { checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongNumber, wrongType } from "../errors/wrong.js";
import { checkColors } from "./palette.js";

/** Options of every picture. */
export interface PictureOptions {
  /** Stands above the picture, in up to four lines. None by default. */
  readonly title?: string | undefined;
  /** In pixels, up to 100 000; 560 by default. */
  readonly width?: number | undefined;
  /** In pixels, up to 100 000; 480 by default. */
  readonly height?: number | undefined;
  /** The name of the horizontal axis, on one line. */
  readonly xLabel?: string | undefined;
  /** The name of the vertical axis, on one line. */
  readonly yLabel?: string | undefined;
  /**
   * A CSS colour for each class or curve. The default colours differ for readers with any kind of colour
   * vision.
   */
  readonly colors?: readonly string[] | undefined;
}

/** Checked options with a size. */
export type CheckedOptions = PictureOptions & { readonly width: number; readonly height: number };

const LARGEST = 100_000;

/**
 * The options with the default size if none is given. Throws if one is unknown or wrong. `more` names the
 * picture's own options.
 */
export function checkPictureOptions(
  operation: string,
  options: unknown,
  more: readonly string[] = [],
): CheckedOptions {
  checkOptions(operation, options, ["title", "width", "height", "xLabel", "yLabel", "colors", ...more]);
  const { title, width = 560, height = 480, xLabel, yLabel, colors } = options as PictureOptions;
  for (const [name, text] of Object.entries({ title, xLabel, yLabel })) {
    if (text !== undefined && typeof text !== "string") wrongType(`${operation}: ${name}`, text, "a string");
  }
  checkLength(`${operation}: width`, width);
  checkLength(`${operation}: height`, height);
  checkColors(operation, colors);
  return { title, width, height, xLabel, yLabel, colors };
}

function checkLength(place: string, value: unknown): void {
  checkPositive(place, value);
  if (value > LARGEST) wrongNumber(place, value, `at most ${LARGEST} pixels`);
}
