import type { Matrix } from "../index.js";
import type { Frame } from "./layout.js";
import { area, type Grid } from "./regions.js";
import { element, type Svg } from "./svg.js";
import { tone } from "./theme.js";

/** Each of these doubts makes a place paler. */
const STEPS = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Veils of the colour of paper over the plane, the more the less certain the model is of the class that wins there. */
export function doubt(scores: Matrix, grid: Grid, frame: Frame): Svg {
  const doubts = doubtsOf(scores);
  const veils = STEPS.map((step) => area(doubts, step, grid, frame)).filter((path) => path !== "");
  return element(
    "g",
    { ...tone("paper"), "fill-opacity": "0.25", "fill-rule": "evenodd" },
    veils.map((d) => element("path", { "data-doubt": "", d })),
  );
}

/**
 * How uncertain each row is: 0 if the largest of the K probabilities is 1, and 1 if it is 1 / K. The
 * probabilities are the softmax of the scores.
 */
function doubtsOf({ rows, cols, data }: Matrix): number[] {
  return Array.from({ length: rows }, (_, i) => {
    const row = data.subarray(i * cols, (i + 1) * cols);
    const most = row.reduce((a, b) => Math.max(a, b));
    const largest = 1 / row.reduce((sum, score) => sum + Math.exp(score - most), 0);
    return ((1 - largest) * cols) / Math.max(cols - 1, 1);
  });
}
