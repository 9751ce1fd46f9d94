/**
 * A mistake other than a wrong derivative. Its kind is one of
 *
 * - `passes-differ`: two passes over the same x give different results, or two calls of a function. No
 * derivatives are compared then: they would mean nothing.
 * - `gradient-kept`: two equal passes give different gradients, as they do if a layer sums its gradients from
 * step to step
 * - `gradient-not-added`: `back` overwrites the gradient of a parameter, which loses what another use of the
 * layer has added
 * - `penalty-not-added`: the regularizer overwrites the gradient of a parameter, which loses what `backward`
 * has left there
 * - `argument-written`: the layer writes to x or to the gradient it is given, or the loss function to its
 * scores, or a function to its x; for the last no derivatives are compared
 * - `rows-not-separate`: the layer declares `rowwise: true`, but a row alone gives something else than among
 * the other rows, as it also does if the layer keeps x in a field
 */
export interface GradientProblem {
  /** What is wrong, for programs. */
  readonly kind:
    | "passes-differ"
    | "gradient-kept"
    | "gradient-not-added"
    | "penalty-not-added"
    | "argument-written"
    | "rows-not-separate";
  /** What is wrong, where, and what was expected. */
  readonly message: string;
}
