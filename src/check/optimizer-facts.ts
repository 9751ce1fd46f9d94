import type { Matrix, Optimizer, Parameter } from "../index.js";
import { calling, type Fact, isMatrix, matrixFrom, misfit } from "./fact.js";
import type { OptimizerFunctions } from "./optimizer-functions.js";

/** An optimizer of either form: the values of the parameters after a step with these gradients. */
export type Stepper = (gradients: readonly Matrix[]) => readonly Matrix[];

/** What goes into both optimizers. */
export interface OptimizerInput {
  readonly names: readonly string[];
  readonly values: readonly Matrix[];
  readonly steps: number;
  /** dL/dvalue of a parameter in a step, counted from 1. */
  readonly gradient: (name: string, value: Matrix, step: number) => Matrix;
}

/** The facts of an optimizer; `state` is what it keeps, by name. */
export function* optimizerFacts(
  next: Stepper,
  { names, values, steps, gradient }: OptimizerInput,
  state: unknown = {},
): Generator<Fact> {
  for (let step = 1; step <= steps; step++) {
    const gradients = values.map((value, i) => gradient(names[i] as string, value, step));
    for (const [i, value] of next(gradients).entries()) {
      yield { what: "result", name: `${names[i]} after step ${step}`, value };
    }
    for (const [i, value] of gradients.entries()) {
      yield { what: "argument-written", name: `d${names[i]} in step ${step}`, value };
    }
  }
  for (const [name, value] of Object.entries(Object(state))) {
    if (isMatrix(value)) yield { what: "state", name: `the state ${name}`, value };
  }
}

/** An optimizer of a class. */
export function classStepper(optimizer: Optimizer, parameters: readonly Parameter[]): Stepper {
  return (gradients) => {
    for (const [i, { gradient }] of parameters.entries()) gradient.data.set((gradients[i] as Matrix).data);
    calling("step", () => optimizer.step());
    for (const [i, { gradient }] of parameters.entries()) gradients[i]?.data.set(gradient.data);
    return parameters.map(({ value }) => value);
  };
}

/** An optimizer in function form, with a config for each parameter. */
export function functionStepper(optimizer: OptimizerFunctions, first: readonly Matrix[]): Stepper {
  let values = first.map((value) => value.copy());
  const configs: unknown[] = [];
  return (gradients) => {
    values = values.map((value, i) => {
      const made: unknown = calling("update", () =>
        optimizer.update(value, gradients[i] as Matrix, configs[i]),
      );
      if (!Array.isArray(made)) misfit("what update returns", made, "[nextW, config]");
      configs[i] = made[1];
      return matrixFrom("the nextW of [nextW, config] that update returns", made[0]).copy();
    });
    return values;
  };
}
