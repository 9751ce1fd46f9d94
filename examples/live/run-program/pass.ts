import type { Layer, Matrix, Parameter, Regularizer } from "spiralnet";

/** A loss function of the library; options may follow the targets. */
export type LossOf = (outputs: Matrix, targets: unknown, ...options: unknown[]) => { readonly loss: number };

/** A loss that a program computed. */
export interface ComputedLoss {
  readonly of: LossOf;
  readonly targets: unknown;
  readonly options: readonly unknown[];
  readonly loss: number;
}

/** A penalty that a program added. */
export interface AddedPenalty {
  readonly regularizer: Regularizer;
  readonly parameters: readonly Parameter[];
  readonly penalty: number;
}

/** A forward pass of a program, and what came of it before the next one. */
export interface ForwardPass {
  readonly x: Matrix<number, number>;
  /** What it went through: one model, or several layers one after the other. */
  readonly layers: readonly [Layer, ...Layer[]];
  readonly y: Matrix<number, number>;
  computed: ComputedLoss | undefined;
  testLoss: number | undefined;
  readonly penalties: AddedPenalty[];
}
