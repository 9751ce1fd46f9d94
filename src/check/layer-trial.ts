import { wrongType } from "../errors/wrong.js";
import { type Layer, Matrix, type Parameter } from "../index.js";
import { counterparts, load, type Snapshot, snapshotOf, stateLike } from "./counterparts.js";
import type { Draw, Size } from "./draw.js";
import { type Fact, isMatrix, Misfit, type Observed, observe } from "./fact.js";
import { functionFacts } from "./function-facts.js";
import { type LayerInput, layerFacts, type NamedParameter } from "./layer-facts.js";
import type { LayerFunctions } from "./layer-functions.js";
import { isFunctions, isLayer, type LayerMaker } from "./layer-maker.js";
import { showInput } from "./show-matrix.js";
import { madeBy, Thrown } from "./thrown.js";
import { Refused, type Trial } from "./trial.js";

type Mine = Layer | LayerFunctions;

/** What goes into the library's layer, and what comes out. */
interface Model {
  readonly layer: Layer;
  readonly values: readonly Matrix[];
  readonly state: Snapshot;
  readonly input: LayerInput;
  readonly facts: readonly Fact[];
}

/** A layer, or one as functions, beside the layer that it should be like. */
export function layerTrial(mine: Mine | LayerMaker<Mine>, like: Layer | LayerMaker): Trial {
  let name = "like";
  const widths = widthsOf([like, mine].filter(isLayer));
  // An instance begins with what it has now; generators begin alike, however layers are made.
  let saved: Snapshot = isLayer(like) ? snapshotOf(like.state) : {};
  return {
    like: () => name,
    movable: (name) => name !== "dL/dy",
    shows({ what }, name) {
      if (name === "other x") return what === "overwritten" || what === "reused";
      return name !== "dL/dy" || !["result", "draws", "predict"].includes(what);
    },
    run([rows, inputs, outputs], draw) {
      const [from, to] = [widths.inputs ?? inputs, widths.outputs ?? outputs];
      const model = runModel(like, saved, [rows, from, to], draw);
      name = model.layer.name;
      saved = { ...generatorsOf(model.state), ...saved };
      return { like: model.facts, mine: runMine(mine, model, from, to) };
    },
    *refusals() {
      const [from, to] = [widths.inputs ?? 3, widths.outputs ?? 2];
      const [one, other] = [layerBy(like, from, to), layerBy(mine, from, to)];
      if (one instanceof Thrown || !isLayer(other)) return;
      const width = one.inputs ?? from;
      const xs = [Matrix.full(2, width + 1, 1), Matrix.full(2, 1, 1), Matrix.full(2, width, -1)];
      for (const x of xs) {
        const place = `x = ${showInput("x", x)}`;
        yield { place, input: {}, like: () => one.predict(x), mine: () => other.predict(x) };
      }
    },
  };
}

/** The widths that layers fix, if they do. */
function widthsOf(layers: readonly Layer[]): { inputs: number | undefined; outputs: number | undefined } {
  const first = (widthOf: (layer: Layer) => number | undefined) => {
    return layers.map(widthOf).find((width) => width !== undefined);
  };
  // A layer for any width that has parameters for each column takes the width of these.
  const inputs = first((layer) => layer.inputs ?? (layer.elementwise && layer.parameters[0]?.value.cols));
  return { inputs, outputs: first(({ outputs }) => outputs) };
}

/** The generators among a state. */
function generatorsOf(state: Snapshot): Snapshot {
  return Object.fromEntries(Object.entries(state).filter(([, item]) => !isMatrix(item)));
}

function runModel(like: Layer | LayerMaker, saved: Snapshot, size: Size, draw: Draw): Model {
  const [rows, inputs, outputs] = size;
  const layer = layerBy(like, inputs, outputs);
  if (layer instanceof Thrown) throw new Refused(layer.failure.actual);
  if (!isLayer(layer)) wrongType("checkLayer: what like made", layer, "a layer");
  const width = layer.inputs ?? inputs;
  const x = draw("x", rows, width);
  const values = layer.parameters.map(({ name, value }) => draw(name, value.rows, value.cols));
  const state = { ...snapshotOf(layer.state), ...saved };
  const named = layer.parameters.map((parameter) => ({ name: parameter.name, parameter }));
  const observed = (inputGradient: boolean) => {
    const input: LayerInput = {
      x,
      other: () => draw("other x", rows, width),
      gradient: (y) => draw("dL/dy", y.rows, y.cols),
      inputGradient,
    };
    prepare(named, values, layer.state, state);
    return { input, ...observe(layerFacts(layer, named, layer.state, input)) };
  };
  const whole = observed(true);
  // Indices have no gradient.
  const { failure, ...rest } = whole.failure ? observed(false) : whole;
  if (failure) throw new Refused(whole.failure?.actual);
  return { layer, values, state, ...rest };
}

function runMine(mine: Mine | LayerMaker<Mine>, model: Model, inputs: number, outputs: number): Observed {
  const { layer: like, values, state, input } = model;
  const layer = layerBy(mine, inputs, outputs);
  if (layer instanceof Thrown) return { facts: [], failure: layer.failure };
  if (isLayer(layer)) return observe(factsOfLayer(layer, model));
  if (!isFunctions(layer)) {
    wrongType("checkLayer: what mine made", layer, "a layer or an object with forward and backward");
  }
  // Running statistics within functions that are not made anew are those of earlier passes.
  const comparesPredict = typeof mine === "function" || !Object.values(state).some(isMatrix);
  const named = like.parameters.map(({ name }, i) => ({ name, value: values[i] as Matrix }));
  return observe(functionFacts(layer, named, comparesPredict, input));
}

function* factsOfLayer(layer: Layer, { layer: like, values, state: saved, input }: Model): Generator<Fact> {
  const named = counterparts(layer.parameters, like.parameters).map((parameter, i) => {
    return { name: (like.parameters[i] as Parameter).name, parameter };
  });
  const state = stateLike(layer.state, like.state);
  prepare(named, values, state, saved);
  yield* layerFacts(layer, named, state, input);
  const missing = Object.keys(saved).find((name) => !(name in state));
  if (missing === undefined) return;
  const actual = Object.keys(layer.state).join(", ") || "empty";
  throw new Misfit({
    what: "state",
    place: "my state",
    actual,
    expected: `${missing} in it, as ${like.name} has`,
  });
}

/** Puts numbers into parameters and state. */
function prepare(
  named: readonly NamedParameter[],
  values: readonly Matrix[],
  state: Layer["state"],
  saved: Snapshot,
): void {
  for (const [i, { parameter }] of named.entries()) parameter.value.data.set((values[i] as Matrix).data);
  load(state, saved);
}

/** What stands for a layer, at these widths if a function makes it. */
function layerBy<Made>(maker: Made | LayerMaker<Made>, inputs: number, outputs: number): Made | Thrown {
  if (typeof maker !== "function") return maker;
  return madeBy(() => (maker as LayerMaker<Made>)(inputs, outputs));
}
