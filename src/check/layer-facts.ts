import { type Layer, type Matrix, type RandomSnapshot, RandomState } from "../index.js";
import { type Snapshot, snapshotOf } from "./counterparts.js";
import type { DifferenceKind } from "./difference-kind.js";
import { type Fact, isMatrix } from "./fact.js";
import type { Subject } from "./subject.js";

/** What goes into both layers. */
export interface LayerInput {
  readonly x: Matrix;
  /** What else goes in, where a layer is used twice. */
  readonly other: () => Matrix;
  /** dL/dy for a result of this shape. */
  readonly gradient: (y: Matrix) => Matrix;
}

/** The facts of a layer. The names of the parameters are the library's. */
export function* layerFacts(
  { values, state, run, predict }: Subject,
  names: readonly string[],
  { x, other, gradient }: LayerInput,
): Generator<Fact> {
  const before = snapshotOf(state);
  const unchanged = (pass: string) =>
    values.map((value, i): Fact => ({ what: "parameter-changed", name: `${names[i]} (in ${pass})`, value }));
  const derivatives = (gradients: readonly (Matrix | undefined)[], what?: DifferenceKind) =>
    ["x", ...names].flatMap((of, i): Fact[] => {
      const value = gradients[i];
      if (value === undefined) return [];
      const own = i === 0 ? "input-gradient" : "gradient";
      return [{ what: what ?? own, name: i === 0 ? "dL/dx" : `the gradient of ${of}`, value, of }];
    });

  const given = x.copy();
  const { y, back } = run(given);
  yield* draws(state, before);
  yield { what: "result", name: "y", value: y };
  yield { what: "argument-written", name: "x", value: given };
  yield* unchanged("forward");
  const dy = gradient(y);
  const gradients = back(dy);
  yield* derivatives(gradients);
  yield { what: "argument-written", name: "dL/dy", value: dy };
  yield* unchanged("backward");
  for (const [name, value] of Object.entries(state)) {
    if (isMatrix(value)) yield { what: "state", name: `the state ${name}`, value };
  }
  if (predict) yield { what: "predict", name: "what predict returns", value: predict(x.copy()) };

  const both = run(x.copy(), other());
  const sums = both.back(gradient(y));
  yield { what: "overwritten", name: "y", value: y };
  yield* derivatives(gradients, "overwritten");
  yield { what: "reused", name: "the sum of both results", value: both.y };
  yield* derivatives(sums, "reused");
}

/** How many numbers a pass took from each generator. */
function* draws(state: Layer["state"], before: Snapshot): Generator<Fact> {
  for (const [name, item] of Object.entries(state)) {
    if (isMatrix(item)) continue;
    const value = countDraws(before[name] as RandomSnapshot, item.getState());
    yield { what: "draws", name: `the number of draws from ${name}`, value };
  }
}

/** No input is as large as this. */
const MOST_DRAWS = 10_000;

/** How many uniform numbers lie between two states of a generator; -1 if they are too many. */
function countDraws(before: RandomSnapshot, { words }: RandomSnapshot): number {
  const random = new RandomState(0);
  random.setState(before);
  for (let count = 0; count <= MOST_DRAWS; count++) {
    const now = random.getState().words;
    if (now[0] === words[0] && now.every((word, i) => word === words[i])) return count;
    random.rand();
  }
  return -1;
}
