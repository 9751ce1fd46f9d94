import { isClass, wrongType } from "../errors/wrong.js";
import { Matrix, ShapeError } from "../index.js";
import { checkFiniteMatrix } from "./finite-matrix.js";

/** A model, or anything else that scores points in the plane: one point a row, one class a column. */
export type Predictor = PredictFunction | HasPredict;

/** Scores points: one point a row, one class a column. */
export type PredictFunction = (x: Matrix<number, 2>) => Matrix;

/** The part of a model that a picture needs. */
export interface HasPredict {
  /** Scores points. */
  readonly predict: PredictFunction;
}

/**
 * Scores points. Throws unless each gets a finite score for each class: for at least one, or for as many as
 * `classes` says.
 */
export type Score = (x: Matrix<number, 2>, classes?: number) => Matrix;

/** A predictor whose results are checked. Throws if there is nothing to call. */
export function scoring(operation: string, predictor: Predictor): Score {
  checkPredictor(operation, predictor);
  return (x, classes) => {
    // A copy, in case the predictor changes its argument.
    const copy = new Matrix(x.rows, 2, Float64Array.from(x.data));
    const scores: unknown = typeof predictor === "function" ? predictor(copy) : predictor.predict(copy);
    checkFiniteMatrix(operation, "predict(x)", scores);
    const { rows, cols } = scores;
    if (rows !== x.rows || cols < 1 || cols !== (classes ?? cols)) {
      const columns = classes === undefined ? "at least one column" : `${classes} columns, as for the data`;
      const problem = `one row is needed for each point, and ${columns}`;
      throw new ShapeError(operation, [x.rows, 2], [rows, cols], problem, ["x", "predict(x)"]);
    }
    return scores;
  };
}

function checkPredictor(operation: string, value: unknown): void {
  const place = `${operation}: modelOrPredict`;
  const predict: unknown =
    typeof value === "function" ? value : (value as Partial<HasPredict> | null)?.predict;
  if (typeof predict !== "function" || (isClass(predict) && predict !== value)) {
    wrongType(place, value, "a model with a predict method, or a function");
  }
  const { prototype } = predict as { readonly prototype?: Partial<HasPredict> | undefined };
  if (isClass(predict) || typeof prototype?.predict === "function") {
    wrongType(place, value, "a model, not a class of models: write new in front");
  }
}
