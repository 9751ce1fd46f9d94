import { checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { checkColors } from "./palette.js";

/** What can be chosen of every picture. */
export interface PictureOptions {
  /** Stands above the picture; nothing if not given. */
  readonly title?: string;
  /** In pixels; 560 if not given. */
  readonly width?: number;
  /** In pixels; 480 if not given. */
  readonly height?: number;
  /** A CSS colour for each class or curve; colours that colour-blind readers can tell apart if not given. */
  readonly colors?: readonly string[];
}

/** Options that have been checked, with a size. */
export type CheckedOptions = PictureOptions & { readonly width: number; readonly height: number };

/** The options with the default size for what is not given. Throws where one is unknown or not of its kind. */
export function checkPictureOptions(
  operation: string,
  options: PictureOptions,
  more: readonly string[] = [],
): CheckedOptions {
  checkOptions(operation, options, ["title", "width", "height", "colors", ...more]);
  const { title, width = 560, height = 480, colors } = options;
  if (title !== undefined && typeof title !== "string") {
    wrongType(`${operation}: title`, title, "a string");
  }
  checkPositive(`${operation}: width`, width);
  checkPositive(`${operation}: height`, height);
  checkColors(operation, colors);
  return { ...options, width, height };
}
