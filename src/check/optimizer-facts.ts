import type { Matrix, Optimizer, Parameter } from "../index.js";
import { calling, type Fact, isMatrix, matrixFrom, misfit } from "./fact.js";
import type { OptimizerFunctions } from "./optimizer-functions.js";

/** What goes into both optimizers. */
export interface OptimizerInput {
  /** The names and first values of the parameters. */
  readonly values: readonly (readonly [name: string, value: Matrix])[];
  readonly steps: number;
  /** dL/dvalue of a parameter in a step, counted from 1. */
  readonly gradient: (name: string, value: Matrix, step: number) => Matrix;
}

/** The facts of an optimizer of a class. */
export function* optimizerFacts(
  optimizer: Optimizer,
  parameters: readonly Parameter[],
  { steps, gradient }: OptimizerInput,
): Generator<Fact> {
  for (let step = 1; step <= steps; step++) {
    for (const { name, value, gradient: own } of parameters) own.data.set(gradient(name, value, step).data);
    calling("step", () => optimizer.step());
    for (const { name, value } of parameters) yield { what: "result", name: after(name, step), value };
    for (const { name, gradient } of parameters) {
      yield { what: "argument-written", name: `d${name} in step ${step}`, value: gradient };
    }
  }
  const state = Object.entries(Object(optimizer.state) as Record<string, unknown>);
  for (const [name, value] of state)
    if (isMatrix(value)) yield { what: "state", name: `the state ${name}`, value };
}

/** The facts of an optimizer in function form. */
export function* updateFacts(
  { update }: OptimizerFunctions,
  { values, steps, gradient }: OptimizerInput,
): Generator<Fact> {
  const parameters = values.map(([name, value]) => ({ name, value, config: undefined as unknown }));
  for (let step = 1; step <= steps; step++) {
    for (const parameter of parameters) {
      const { name, value, config } = parameter;
      const own = value.copy();
      const dw = gradient(name, value, step);
      const made: unknown = calling("update", () => update(own, dw, config));
      if (!Array.isArray(made)) misfit("what update returns", made, "[nextW, config]");
      const next = matrixFrom("the nextW of [nextW, config] that update returns", made[0]);
      yield { what: "result", name: after(name, step), value: next };
      yield { what: "argument-written", name: `d${name} in step ${step}`, value: dw };
      // A function may work in place, but should not do half of it.
      if (next !== own) yield { what: "argument-written", name: `${name} in step ${step}`, value: own };
      parameter.value = next.copy();
      parameter.config = made[1];
    }
  }
}

function after(name: string, step: number): string {
  return `${name} after step ${step}`;
}
