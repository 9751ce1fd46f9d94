import { at } from "../evidence.js";
import { fit, type Mistake } from "../mistake.js";
import { showNumber } from "../show-number.js";

/** Fewer numbers may look like this by chance. */
const ENOUGH = 3;

/** dL/dy times a function of x, as the gradient of an elementwise layer is, but not of its derivative. */
export const wrongSlope: Mistake = (evidence) => {
  const { expected, known, isInput, active } = evidence;
  const { local, localActual, value: x } = evidence.wrong;
  const G = evidence.alike(evidence.wrong.outputGradient);
  if (!isInput || !G || !local || !localActual || active.length < ENOUGH) return [];
  const isElementwise = known.every((i) => evidence.isZero(expected(i) - at(G, i) * at(local, i)));
  const error = evidence.error((i) => at(G, i) * at(localActual, i));
  if (!isElementwise || error === undefined) return [];
  const place = evidence.wrongPlaces.reduce((a, b) => (Math.abs(at(G, b)) > Math.abs(at(G, a)) ? b : a));
  const [given, right] = [showNumber(at(localActual, place)), showNumber(at(local, place))];
  return [
    fit(
      evidence,
      "wrong-formula",
      error,
      "is dL/dy times something that is not the derivative of this layer: look into its formula.",
      `where x is ${showNumber(at(x, place))}, that is ${given} instead of ${right}`,
    ),
  ];
};
