/** Changes parameters by what their gradients say. */
export interface Optimizer {
  /** One update of every parameter. */
  step(): void;
}
