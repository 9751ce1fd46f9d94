import type { Mistake, Pattern } from "../mistake.js";
import { earlier } from "./earlier.js";
import { elementwise } from "./elementwise.js";
import { examples } from "./examples.js";
import { factor } from "./factor.js";
import { lineFactors } from "./line-factors.js";
import { missingTerm } from "./missing-term.js";
import { places } from "./places.js";
import { scale } from "./scale.js";
import { scores } from "./scores.js";
import { slopeMissing, wrongSlope } from "./slope.js";
import { softmaxLayer } from "./softmax-layer.js";
import { takenAtOutput } from "./taken-at-output.js";
import { transposed } from "./transposed.js";
import { upstream } from "./upstream.js";
import { valueAdded } from "./value-added.js";
import { zeros } from "./zeros.js";

/** The mistakes that are formulas, the usual ones. All that fit are told, in this order. */
export const usual: readonly Mistake[] = [zeros, factor, transposed, earlier, takenAtOutput, upstream];

/** Those of certain layers and losses, looked for if none of the usual ones fits. */
export const special: readonly Mistake[] = [elementwise, softmaxLayer, scores, scale, examples];

/** What else is looked for if no formula fits, the most specific first. The first that fits is told. */
export const patterns: readonly Pattern[] = [
  places,
  slopeMissing,
  valueAdded,
  lineFactors,
  missingTerm,
  wrongSlope,
];
