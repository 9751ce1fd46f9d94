import type { Mistake } from "../mistake.js";
import { accumulated, stale } from "./earlier.js";
import { examples, outputForInput, wrongAxis } from "./examples.js";
import { otherFactor, usualFactor } from "./factor.js";
import { productRule, takenAtOutput, wrongFormula, wrongSum } from "./formulas.js";
import { label, labelAlone, labelElsewhere } from "./label.js";
import { lineFactors, parameterFactor } from "./line-factors.js";
import { normalizationMistaken } from "./normalization.js";
import { otherMask } from "./other-mask.js";
import { penalty, valueAdded } from "./penalty.js";
import { places } from "./places.js";
import { slopeOfProbabilities, wrongProbabilities } from "./scores.js";
import { softmaxMistaken } from "./softmax.js";
import { missingTerm } from "./terms.js";
import { transposed } from "./transposed.js";
import { skipMissing, slopeMissing, upstreamAllOnes, upstreamIgnored, upstreamTwice } from "./upstream.js";
import { wrongSlope } from "./wrong-slope.js";
import { zeros } from "./zeros.js";

/** All that is looked for, most specific first. What fits in one group makes the groups after it needless. */
export const mistakes: readonly (readonly Mistake[])[] = [
  [zeros, usualFactor, penalty, transposed, stale, accumulated, takenAtOutput, upstreamAllOnes],
  [places, label, labelAlone, labelElsewhere],
  [normalizationMistaken, softmaxMistaken],
  [upstreamIgnored, upstreamTwice, skipMissing, slopeMissing],
  [
    wrongFormula,
    productRule,
    wrongSum,
    examples,
    outputForInput,
    wrongAxis,
    slopeOfProbabilities,
    parameterFactor,
  ],
  [wrongProbabilities, valueAdded, otherFactor, otherMask],
  [missingTerm],
  [lineFactors],
  [wrongSlope],
];
