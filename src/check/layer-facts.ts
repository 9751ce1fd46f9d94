import { type Matrix, RandomState } from "../index.js";
import type { DifferenceKind } from "./difference-kind.js";
import type { Draw } from "./draw.js";
import type { Fact } from "./fact.js";
import type { Subject } from "./layer-subject.js";
import { isMatrix } from "./misfit.js";

/** The facts of a layer on its way with x. The names of the parameters are the library's. */
export function* layerFacts(
  { values, state, run, predict }: Subject,
  names: readonly string[],
  x: Matrix,
  draw: Draw,
): Generator<Fact> {
  const unchanged = (pass: string) =>
    values.map((value, i): Fact => ({ what: "parameter-changed", name: `${names[i]} (in ${pass})`, value }));
  const derivatives = (gradients: readonly (Matrix | undefined)[], what?: DifferenceKind) =>
    gradients.flatMap((value, i): Fact[] => {
      if (!value) return [];
      if (i === 0) return [{ what: what ?? "input-gradient", name: "dL/dx", value, of: "x" }];
      const of = names[i - 1] as string;
      return [{ what: what ?? "gradient", name: `the gradient of ${of}`, value, of }];
    });

  const given = x.copy();
  const { y, back } = run(given);
  yield { what: "result", name: "y", value: y };
  yield { what: "argument-written", name: "x", value: given };
  yield* unchanged("forward");
  const dy = draw("dL/dy", y.rows, y.cols);
  const gradients = back(dy);
  yield* derivatives(gradients);
  yield { what: "argument-written", name: "dL/dy", value: dy };
  yield* unchanged("backward");
  for (const [name, item] of Object.entries(state)) {
    yield isMatrix(item)
      ? { what: "state", name: `the state ${name}`, value: item }
      : { what: "draws", name: `the next number from ${name}`, value: nextFrom(item) };
  }
  if (predict) yield { what: "predict", name: "what predict returns", value: predict(x.copy()) };

  const sums = run(x.copy(), draw("other x", x.rows, x.cols)).back(draw("dL/dy", y.rows, y.cols));
  yield { what: "overwritten", name: "y", value: y };
  yield* derivatives(gradients, "overwritten");
  yield* derivatives(sums, "reused");
}

/** What a generator draws next; it stays where it is. */
function nextFrom(generator: RandomState): Matrix {
  const copy = new RandomState(0);
  copy.setState(generator.getState());
  return copy.rand(1, 1);
}
