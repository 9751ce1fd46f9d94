import { at } from "../evidence.js";
import { exact, fit, type Mistake } from "../mistake.js";

const IGNORED = "ignores dL/dy, the gradient that backward is given: multiply by it.";

/** dL/dy is left out of an elementwise product: the layer's own derivative is left. */
export const upstreamIgnored: Mistake = (evidence) => {
  const { actual, expected, largest, tolerance } = evidence;
  const G = evidence.alike(evidence.wrong.outputGradient);
  if (!G || evidence.active.length < 2) return [];
  // A product is as precise as the gradients; the quotient by a small number is not.
  const distances = evidence.known.map((i) => Math.abs(actual(i) * at(G, i) - expected(i)));
  const error = distances.reduce((a, b) => Math.max(a, b), 0) / largest;
  return error <= tolerance ? [fit(evidence, "upstream-ignored", error, IGNORED)] : [];
};

/** dL/dy is taken as 1 everywhere. */
export const upstreamAllOnes: Mistake = (evidence) =>
  exact(evidence, "upstream-ignored", evidence.wrong.local, IGNORED);

/** dL/dy is multiplied twice. */
export const upstreamTwice: Mistake = (evidence) => {
  const G = evidence.alike(evidence.wrong.outputGradient);
  const message = "is multiplied by dL/dy twice: multiply by it once.";
  return exact(evidence, "upstream-twice", G && evidence.wrong.expected.multiply(G), message);
};

/** The way around layers is forgotten on the way back. */
export const skipMissing: Mistake = (evidence) => {
  const G = evidence.alike(evidence.wrong.outputGradient);
  const message = "lacks dL/dy itself, which the way around, y = x + …, passes on unchanged: add it.";
  return exact(evidence, "term-missing", G && evidence.wrong.expected.subtract(G), message);
};

/** dL/dy is passed on as it is. */
export const slopeMissing: Mistake = (evidence) =>
  exact(
    evidence,
    "slope-missing",
    evidence.wrong.outputGradient,
    "is dL/dy itself, without the derivative of the layer: multiply by it (by its mask, if it has one).",
  );
