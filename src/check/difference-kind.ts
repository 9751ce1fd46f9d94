/**
 * In what homework differs from the library, in the order in which differences are looked for.
 *
 * - `error`: it throws an error, and the library does not
 * - `kind`: something is not of its kind, such as an array instead of a matrix
 * - `parameter`: a parameter has no counterpart of its shape
 * - `shape`: a matrix has another shape
 * - `passes-differ`: two passes over the same input give different results
 * - `result`: the result of `forward`, the loss, or a value after a step
 * - `argument-written`: it writes to what it is given
 * - `parameter-changed`: a pass changes a parameter
 * - `input-gradient`: dL/dx, or dL/dscores
 * - `gradient`: the gradient of a parameter
 * - `state`: what passes change besides, such as running means
 * - `draws`: it has drawn more or fewer random numbers
 * - `predict`: the result in inference
 * - `overwritten`: a later call overwrites a result
 * - `reused`: two uses in one model disturb each other
 * - `missing-error`: it takes what the library refuses
 */
export type DifferenceKind =
  | "error"
  | "kind"
  | "parameter"
  | "shape"
  | "passes-differ"
  | "result"
  | "argument-written"
  | "parameter-changed"
  | "input-gradient"
  | "gradient"
  | "state"
  | "draws"
  | "predict"
  | "overwritten"
  | "reused"
  | "missing-error";
