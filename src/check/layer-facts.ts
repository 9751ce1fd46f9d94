import { type Layer, type Matrix, type Parameter, type RandomSnapshot, RandomState } from "../index.js";
import { type Snapshot, snapshotOf } from "./counterparts.js";
import { calling, type Fact, isMatrix } from "./fact.js";
import { Probe } from "./probe.js";

/** A parameter under the name that the library's layer has for it. */
export interface NamedParameter {
  readonly name: string;
  readonly parameter: Parameter;
}

/** What goes into both layers. */
export interface LayerInput {
  readonly x: Matrix;
  /** What else goes in, where a layer is used twice. */
  readonly other: () => Matrix;
  /** dL/dy for a result of this shape. */
  readonly gradient: (y: Matrix) => Matrix;
  /** Whether dL/dx is compared. */
  readonly inputGradient: boolean;
}

/** The facts of a layer. Names are those of the layer that it should be like. */
export function* layerFacts(
  layer: Layer,
  named: readonly NamedParameter[],
  state: Layer["state"],
  { x, other, gradient, inputGradient }: LayerInput,
): Generator<Fact> {
  const before = snapshotOf(state);
  const unchanged = function* (after: string): Generator<Fact> {
    for (const { name, parameter } of named) {
      yield { what: "parameter-changed", name: `${name} (${after})`, value: parameter.value };
    }
  };
  const probe = new Probe(layer);
  const y = calling("forward", () => probe.forward(x));
  yield* draws(state, before);
  yield { what: "result", name: "y", value: y };
  yield { what: "argument-written", name: "x", value: probe.x as Matrix };
  yield* unchanged("in forward");

  const dy = gradient(y);
  const dx = calling("backward", () => probe.backward(dy, { inputGradient }));
  if (inputGradient) yield { what: "input-gradient", name: "dL/dx", value: dx as Matrix, of: "x" };
  for (const { name, parameter } of named) {
    yield { what: "gradient", name: `the gradient of ${name}`, value: parameter.gradient, of: name };
  }
  yield { what: "argument-written", name: "dL/dy", value: probe.gradient as Matrix };
  yield* unchanged("in backward");
  for (const [name, item] of Object.entries(state)) {
    if (isMatrix(item)) yield { what: "state", name: `the state ${name}`, value: item };
  }
  yield { what: "predict", name: "what predict returns", value: calling("predict", () => probe.predict(x)) };

  const twice = new Probe(layer, other());
  const gradients = named.map(({ parameter }) => parameter.gradient.copy());
  const sum = calling("forward", () => twice.forward(x));
  const first = calling("backward", () => twice.backward(dy, { inputGradient }));
  yield { what: "overwritten", name: "y", value: y };
  if (inputGradient) yield { what: "overwritten", name: "dL/dx", value: dx as Matrix, of: "x" };
  for (const [i, { name }] of named.entries()) {
    yield { what: "overwritten", name: `the gradient of ${name}`, value: gradients[i] as Matrix, of: name };
  }
  yield { what: "reused", name: "the sum of both results", value: sum };
  if (inputGradient) yield { what: "reused", name: "dL/dx", value: first as Matrix, of: "x" };
  for (const { name, parameter } of named) {
    yield { what: "reused", name: `the gradient of ${name}`, value: parameter.gradient, of: name };
  }
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
