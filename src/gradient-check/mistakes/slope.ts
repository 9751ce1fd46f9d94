import { at } from "../evidence.js";
import { fit, type Pattern } from "../mistake.js";
import { showNumber } from "../show-number.js";

/** dL/dy is passed on as it is. */
export const slopeMissing: Pattern = (evidence) => {
  const G = evidence.alike(evidence.wrong.outputGradient);
  const error = G && evidence.error((i) => at(G, i));
  if (error === undefined) return undefined;
  const message = "is dL/dy itself: multiply it by the derivative of the layer (by its mask, if it has one).";
  return fit(evidence, "slope-missing", error, message);
};

/** Fewer numbers are too few to show that it is a function of x. */
const ENOUGH = 3;

/** dL/dy times a function of x, as the gradient of an elementwise layer is, but not of its derivative. */
export const wrongSlope: Pattern = (evidence) => {
  const { active, expected, known, isInput, wrongPlaces } = evidence;
  const { local, localActual, value: x } = evidence.wrong;
  const G = evidence.alike(evidence.wrong.outputGradient);
  if (!isInput || !G || !local || !localActual || active.length < ENOUGH) return undefined;
  const isElementwise = known.every((i) => evidence.isZero(expected(i) - at(G, i) * at(local, i)));
  const error = evidence.error((i) => at(G, i) * at(localActual, i));
  if (!isElementwise || error === undefined) return undefined;
  const place = wrongPlaces.reduce((a, b) => (Math.abs(at(G, b)) > Math.abs(at(G, a)) ? b : a));
  const [given, right] = [showNumber(at(localActual, place)), showNumber(at(local, place))];
  return fit(
    evidence,
    "wrong-formula",
    error,
    `is dL/dy times ${given} where x is ${showNumber(at(x, place))}: that should be ${right}, the derivative of the layer there. Look into its formula, or its mask.`,
  );
};
