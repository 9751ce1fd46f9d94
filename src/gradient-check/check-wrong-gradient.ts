import { checkList } from "../errors/list.js";
import { checkInteger, checkNonNegative, checkPositive } from "../errors/number.js";
import { ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkFiniteMatrix, checkMatrix } from "../matrix/checks.js";
import type { WrongGradient } from "./wrong-gradient.js";

/** Throws unless a wrong gradient is what its type says, and its matrices fit together. */
export function checkWrongGradient(wrong: unknown): asserts wrong is WrongGradient {
  if (typeof wrong !== "object" || wrong === null) {
    wrongType("diagnose: wrong", wrong, "an object with name, value, actual and expected");
  }
  const { name, value, indices, tolerance, noise, parameters, ...rest } = wrong as Partial<WrongGradient>;
  if (typeof name !== "string" || name === "") wrongType("diagnose: name", name, "a parameter's name, or x");
  checkFiniteMatrix("diagnose", "value", value);
  for (const key of [
    "actual",
    "expected",
    "penalty",
    "earlier",
    "local",
    "localActual",
    "atOutput",
  ] as const) {
    if (rest[key] === undefined && key !== "actual" && key !== "expected") continue;
    checkFiniteMatrix("diagnose", key, rest[key]);
    checkSameShape("diagnose", rest[key].shape, value.shape, [key, "value"]);
  }
  for (const key of ["x", "y", "outputGradient"] as const)
    if (rest[key] !== undefined) checkFiniteMatrix("diagnose", key, rest[key]);
  const { x, y, outputGradient: G } = rest;
  if (y && G) checkSameShape("diagnose", G.shape, y.shape, ["outputGradient", "y"]);
  if (x && G && x.rows !== G.rows) {
    throw new ShapeError("diagnose", x.shape, G.shape, "the rows must be the same", ["x", "outputGradient"]);
  }
  if (tolerance !== undefined) checkPositive("diagnose: tolerance", tolerance);
  if (noise !== undefined) checkNonNegative("diagnose: noise", noise);
  if (indices !== undefined) {
    checkList("diagnose: indices", indices);
    for (let i = 0; i < indices.length; i++) {
      checkInteger(`diagnose: indices[${i}]`, indices[i], 0, value.data.length - 1);
    }
  }
  if (parameters === undefined) return;
  checkList("diagnose: parameters", parameters, "an array of parameters");
  for (let i = 0; i < parameters.length; i++) {
    const place = `diagnose: parameters[${i}]`;
    const one: unknown = parameters[i];
    if (typeof one !== "object" || one === null) wrongType(place, one, "an object with name and value");
    checkMatrix(`${place}.value`, (one as { value?: unknown }).value);
  }
}
