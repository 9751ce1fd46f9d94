import type { Matrix, Optimizer, Parameter } from "../index.js";

/**
 * An optimizer as cs231n's assignments ask for it: one function that makes the next value of a parameter.
 *
 * @typeParam Config - what a parameter needs from step to step, such as its velocity
 */
export interface OptimizerFunctions<Config = unknown> {
  /**
   * The next value, and what the next step needs. `config` is undefined in the first step of a parameter: the
   * function starts with its default numbers then.
   */
  update(w: Matrix, dw: Matrix, config: Config | undefined): readonly [nextW: Matrix, config: Config];
}

/** Makes an optimizer for these parameters. */
export type OptimizerMaker = (parameters: readonly Parameter[]) => Optimizer;
