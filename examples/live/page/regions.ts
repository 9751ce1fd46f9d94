import type { Regions, UnitMap } from "../messages.js";
import { paintGrid } from "./grid.js";
import { classShade, isDark, signedShades } from "./palette.js";

/** Paints decision regions: the class as colour, its probability as shade. */
export function paintRegions(canvas: HTMLCanvasElement, { size, classes, confidence }: Regions): void {
  const shades = shadesOfClasses();
  paintGrid(canvas, size, size, (cell) => {
    const shade = Math.floor((confidence[cell] as number) / 8);
    return shades[(classes[cell] as number) * 32 + shade] as number;
  });
}

/** Paints a unit's activation over the plane, in full colour where it is as large as `most`. */
export function paintUnit(canvas: HTMLCanvasElement, { size, values }: UnitMap, most: number): void {
  const shade = signedShades();
  paintGrid(canvas, size, size, (cell) => shade((values[cell] as number) / most));
}

/** 32 shades for each of 8 classes; pale where the network is in doubt, so that points stand out everywhere. */
function shadesOfClasses(): number[] {
  const most = isDark() ? 0.5 : 0.48;
  return Array.from({ length: 256 }, (_, i) => {
    const probability = (i % 32) / 31;
    return classShade(i >> 5, most * (0.12 + 0.88 * Math.max(0, (probability - 0.3) / 0.7)));
  });
}
