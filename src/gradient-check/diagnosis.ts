/**
 * The name of a usual mistake, for programs. With G = dL/dy:
 *
 * - `zeros`: nothing but 0
 * - `sign`, `factor`: the right gradient times −1, or times another constant
 * - `transposed`: rows and columns exchanged, in the gradient or in a factor of the product it is
 * - `wrong-axis`: a sum or softmax over rows instead of columns, or the other way round
 * - `penalty-missing`, `penalty-twice`, `penalty-factor`: the penalty's gradient is left out, there twice, or
 * halved
 * - `value-added`: what is too much or missing is proportional to the value itself, as the gradient of
 * weight decay is
 * - `stale`, `accumulated`: the gradient of the step before, or the sum of both
 * - `one-example`, `example-missing`: only one example of the batch counts, or all but one
 * - `negative-input`, `positive-input`, `zero-output`, `first-row`, `last-row`, `first-column`,
 * `last-column`, `one-class`, `label`: wrong only there. `one-class` is a column, `label` one element a row
 * - `taken-at-output`, `output-formula`: the derivative at y instead of x, or one written in y applied to x
 * - `upstream-ignored`: as if G were 1
 * - `slope-missing`: G itself, without the layer's own derivative
 * - `wrong-formula`: G times the derivative of another function
 * - `term-missing`: what is missing is G itself (a shortcut forgotten on the way back), a term of the product
 * rule, or has one or two numbers for each column or row, as the means of a normalization have
 * - `row-factors`, `column-factors`: the right gradient with a factor for each row or column
 */
export type DiagnosisKind =
  | "zeros"
  | "sign"
  | "factor"
  | "transposed"
  | "wrong-axis"
  | "penalty-missing"
  | "penalty-twice"
  | "penalty-factor"
  | "value-added"
  | "stale"
  | "accumulated"
  | "one-example"
  | "example-missing"
  | "negative-input"
  | "positive-input"
  | "zero-output"
  | "first-row"
  | "last-row"
  | "first-column"
  | "last-column"
  | "one-class"
  | "label"
  | "taken-at-output"
  | "output-formula"
  | "upstream-ignored"
  | "slope-missing"
  | "wrong-formula"
  | "term-missing"
  | "row-factors"
  | "column-factors";

/** A usual mistake that turns the right gradient into the one given, and so explains all its numbers. */
export interface Diagnosis {
  /** The mistake, for programs. */
  readonly kind: DiagnosisKind;
  /** Whose gradient is wrong: the parameter's name, `x`, or `y` for dL/dy, which a loss gives. */
  readonly name: string;
  /** The mistake and its cure in a sentence or two. */
  readonly message: string;
  /** The numbers that show it. */
  readonly evidence: string;
  /** How far an element is from what the mistake would give, at most, as a share of the largest element. */
  readonly error: number;
}
