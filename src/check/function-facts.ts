import type { Matrix } from "../index.js";
import { calling, type Fact, matrixFrom, misfit } from "./fact.js";
import type { LayerInput } from "./layer-facts.js";
import type { LayerFunctions } from "./layer-functions.js";

/** The facts of a layer in function form, by the names that those of the library have. */
export function* functionFacts(
  layer: LayerFunctions,
  named: readonly { readonly name: string; readonly value: Matrix }[],
  hasPredict: boolean,
  { x, other, gradient, inputGradient }: LayerInput,
): Generator<Fact> {
  const values = named.map(({ value }) => value.copy());
  const unchanged = function* (after: string): Generator<Fact> {
    for (const [i, { name }] of named.entries()) {
      yield { what: "parameter-changed", name: `${name} (${after})`, value: values[i] as Matrix };
    }
  };
  const own = x.copy();
  const { out, cache } = forward(layer, own, values);
  yield { what: "result", name: "y", value: out };
  yield { what: "argument-written", name: "x", value: own };
  yield* unchanged("in forward");

  const dy = gradient(out);
  const ownGradient = dy.copy();
  const gradients = backward(layer, ownGradient, cache, named);
  yield* gradientFacts(gradients, named, inputGradient);
  yield { what: "argument-written", name: "dL/dy", value: ownGradient };
  yield* unchanged("in backward");
  if (hasPredict && layer.predict) {
    const predicted = calling("predict", () => layer.predict?.(x.copy(), ...values));
    yield {
      what: "predict",
      name: "what predict returns",
      value: matrixFrom("what predict returns", predicted),
    };
  }

  // The first way back must not take what the second forward pass left.
  const first = forward(layer, x.copy(), values);
  const second = forward(layer, other(), values);
  const firstBack = backward(layer, dy.copy(), first.cache, named);
  const secondBack = backward(layer, dy.copy(), second.cache, named);
  yield { what: "overwritten", name: "y", value: out };
  for (const fact of gradientFacts(gradients, named, inputGradient)) yield { ...fact, what: "overwritten" };
  yield { what: "reused", name: "the sum of both results", value: first.out.add(second.out) };
  const sums = firstBack.map((each, i) => (i === 0 ? each : each.add(secondBack[i] as Matrix)));
  for (const fact of gradientFacts(sums, named, inputGradient)) yield { ...fact, what: "reused" };
}

/** The facts of the gradients that `backward` returned. */
function* gradientFacts(
  [dx, ...gradients]: readonly Matrix[],
  named: readonly { readonly name: string }[],
  inputGradient: boolean,
): Generator<Fact> {
  if (inputGradient) yield { what: "input-gradient", name: "dL/dx", value: dx as Matrix, of: "x" };
  for (const [i, { name }] of named.entries()) {
    yield { what: "gradient", name: `the gradient of ${name}`, value: gradients[i] as Matrix, of: name };
  }
}

function forward(
  layer: LayerFunctions,
  x: Matrix,
  values: readonly Matrix[],
): { out: Matrix; cache: unknown } {
  const made: unknown = calling("forward", () => layer.forward(x, ...values));
  if (!Array.isArray(made)) misfit("what forward returns", made, "[out, cache]");
  return { out: matrixFrom("the out of [out, cache] that forward returns", made[0]), cache: made[1] };
}

function backward(
  layer: LayerFunctions,
  dout: Matrix,
  cache: unknown,
  named: readonly { readonly name: string }[],
): Matrix[] {
  const names = ["dx", ...named.map(({ name }) => `d${name}`)];
  const made: unknown = calling("backward", () => layer.backward(dout, cache));
  const isComplete = Array.isArray(made) && made.length === names.length;
  if (!isComplete) misfit("what backward returns", made, `[${names.join(", ")}]`);
  return names.map((name, i) => matrixFrom(`${name} of what backward returns`, made[i]));
}
