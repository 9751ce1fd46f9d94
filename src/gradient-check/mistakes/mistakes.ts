import type { Mistake } from "../mistake.js";
import { accumulated, stale } from "./earlier.js";
import { examples, wrongAxis } from "./examples.js";
import { otherFactor, usualFactor } from "./factor.js";
import { takenAtOutput, wrongFormula, wrongSum } from "./formulas.js";
import { label, labelAlone } from "./label.js";
import { lineFactors, parameterFactor } from "./line-factors.js";
import { otherMask } from "./other-mask.js";
import { penalty, valueAdded } from "./penalty.js";
import { places } from "./places.js";
import { slopeTwice, wrongProbabilities } from "./scores.js";
import { missingTerm } from "./terms.js";
import { transposed } from "./transposed.js";
import {
  skipMissing,
  slopeMissing,
  upstreamIgnored,
  upstreamIgnoredInProduct,
  upstreamTwice,
} from "./upstream.js";
import { zeros } from "./zeros.js";

/** All that is looked for, most specific first. What fits in one group makes the groups after it needless. */
export const mistakes: readonly (readonly Mistake[])[] = [
  [zeros, usualFactor, penalty, transposed, stale, accumulated, takenAtOutput],
  [places, label, labelAlone],
  [upstreamIgnored, upstreamIgnoredInProduct, upstreamTwice, skipMissing, slopeMissing],
  [wrongFormula, wrongSum, examples, wrongAxis, slopeTwice, parameterFactor],
  [wrongProbabilities, valueAdded, otherFactor, otherMask],
  [missingTerm],
  [lineFactors],
];
