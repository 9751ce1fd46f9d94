import { wrongType } from "../errors/wrong.js";
import { ShapeError } from "../index.js";
import { checkEachFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";

/** A model, or anything else that gives points in the plane a score for each class: one point a row, one class a column. */
export type Predictor = PredictFunction | HasPredict;

/** Scores of points: one point a row, one class a column. */
export type PredictFunction = (x: Matrix<number, 2>) => Matrix;

/** A model, as far as a picture needs it. */
export interface HasPredict {
  /** The scores of some points. */
  readonly predict: PredictFunction;
}

/** Calls the model and throws unless it gives each point a finite score for each class: for at least one, or as many as are said. */
export function predictScores(
  operation: string,
  predictor: Predictor,
  x: Matrix<number, 2>,
  classes?: number,
): Matrix {
  const scores: unknown = typeof predictor === "function" ? predictor(x) : predictor.predict(x);
  checkMatrix(`${operation}: what predict returned`, scores);
  if (scores.rows !== x.rows || scores.cols < 1 || scores.cols !== (classes ?? scores.cols)) {
    const columns = classes === undefined ? "at least one column" : `${classes} columns, as for the data`;
    const problem = `one row is needed for each point, and ${columns}`;
    throw new ShapeError(operation, x.shape, scores.shape, problem, ["x", "what predict returned"]);
  }
  checkEachFinite(operation, "scores", scores);
  return scores;
}

/** Throws unless there is something to call. */
export function checkPredictor(operation: string, predictor: unknown): asserts predictor is Predictor {
  if (typeof predictor === "function") return;
  if (typeof (predictor as { predict?: unknown } | null | undefined)?.predict === "function") return;
  wrongType(`${operation}: modelOrPredict`, predictor, "a model with a predict method, or a function");
}
