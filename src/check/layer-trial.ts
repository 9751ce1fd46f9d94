import { wrongType } from "../errors/wrong.js";
import { type Layer, Matrix, type Parameter } from "../index.js";
import { counterparts, load, type Snapshot, snapshotOf, stateLike } from "./counterparts.js";
import type { Draw, Size } from "./draw.js";
import { type Fact, isMatrix, Misfit, type Observed, observe } from "./fact.js";
import { functionSubject } from "./function-subject.js";
import { type LayerInput, layerFacts } from "./layer-facts.js";
import type { LayerFunctions } from "./layer-functions.js";
import { isFunctions, isLayer, type LayerMaker } from "./layer-maker.js";
import { layerSubject } from "./layer-subject.js";
import { showInput } from "./show-matrix.js";
import { madeBy, Thrown } from "./thrown.js";
import { Refused, type Trial } from "./trial.js";

type Mine = Layer | LayerFunctions;

/** What goes into the library's layer, and what comes out. */
interface Model {
  readonly layer: Layer;
  readonly names: readonly string[];
  readonly values: readonly Matrix[];
  readonly state: Snapshot;
  readonly input: LayerInput;
  readonly facts: readonly Fact[];
  readonly inputGradient: boolean;
}

/** A layer, or one as functions, beside the layer that it should be like. */
export function layerTrial(mine: Mine | LayerMaker<Mine>, like: Layer | LayerMaker): Trial {
  let name = "like";
  const fixed = widthsOf([like, mine].filter(isLayer));
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
      const widths = [fixed.inputs ?? inputs, fixed.outputs ?? outputs] as const;
      const model = runModel(like, saved, [rows, ...widths], draw);
      name = model.layer.name;
      const generators = Object.entries(model.state).filter(([, item]) => !isMatrix(item));
      saved = { ...Object.fromEntries(generators), ...saved };
      return { like: model.facts, mine: runMine(mine, model, widths) };
    },
    *refusals() {
      const widths = [fixed.inputs ?? 3, fixed.outputs ?? 2] as const;
      const [one, other] = [layerBy(like, widths), layerBy(mine, widths)];
      if (!isLayer(one) || !isLayer(other)) return;
      const width = one.inputs ?? widths[0];
      for (const x of [Matrix.full(2, width + 1, 1), Matrix.full(2, 1, 1), Matrix.full(2, width, -1)]) {
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

function runModel(like: Layer | LayerMaker, saved: Snapshot, [rows, ...widths]: Size, draw: Draw): Model {
  const layer = layerBy(like, widths);
  if (layer instanceof Thrown) throw new Refused(layer.failure.actual);
  if (!isLayer(layer)) wrongType("checkLayer: what like made", layer, "a layer");
  const { parameters } = layer;
  const width = layer.inputs ?? widths[0];
  const input: LayerInput = {
    x: draw("x", rows, width),
    other: () => draw("other x", rows, width),
    gradient: (y) => draw("dL/dy", y.rows, y.cols),
  };
  const names = namesOf(parameters);
  const values = parameters.map(({ value }, i) => draw(names[i] as string, value.rows, value.cols));
  const state = { ...snapshotOf(layer.state), ...saved };
  const observed = (inputGradient: boolean) => {
    prepare(parameters, values, layer.state, state);
    const subject = layerSubject(layer, parameters, layer.state, inputGradient);
    return { inputGradient, ...observe(layerFacts(subject, names, input)) };
  };
  const whole = observed(true);
  // Indices have no gradient.
  const { failure, ...rest } = whole.failure ? observed(false) : whole;
  if (failure) throw new Refused(whole.failure?.actual);
  return { layer, names, values, state, input, ...rest };
}

/** The names of parameters, each made one of its own. */
function namesOf(parameters: readonly Parameter[]): string[] {
  const taken = new Set(["x", "other x", "dL/dy"]);
  return parameters.map(({ name }, i) => {
    const own = taken.has(name) ? `${name} (parameter ${i})` : name;
    taken.add(own);
    return own;
  });
}

function runMine(mine: Mine | LayerMaker<Mine>, model: Model, widths: Widths): Observed {
  const { names, values, state, input } = model;
  const layer = layerBy(mine, widths);
  if (layer instanceof Thrown) return { facts: [], failure: layer.failure };
  if (isLayer(layer)) return observe(factsOfLayer(layer, model));
  if (!isFunctions(layer)) {
    wrongType("checkLayer: what mine made", layer, "a layer or an object with forward and backward");
  }
  // Running statistics within functions that are not made anew are those of earlier passes.
  const comparesPredict = typeof mine === "function" || !Object.values(state).some(isMatrix);
  const copies = values.map((value) => value.copy());
  return observe(layerFacts(functionSubject(layer, names, copies, comparesPredict), names, input));
}

function* factsOfLayer(layer: Layer, { layer: like, names, values, state, input, inputGradient }: Model) {
  const parameters = counterparts(layer.parameters, like.parameters);
  const own = stateLike(layer.state, like.state);
  prepare(parameters, values, own, state);
  yield* layerFacts(layerSubject(layer, parameters, own, inputGradient), names, input);
  const missing = Object.keys(state).find((name) => !(name in own));
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
  parameters: readonly Parameter[],
  values: readonly Matrix[],
  state: Layer["state"],
  saved: Snapshot,
): void {
  for (const [i, { value }] of parameters.entries()) value.data.set((values[i] as Matrix).data);
  load(state, saved);
}

type Widths = readonly [inputs: number, outputs: number];

/** What stands for a layer, at these widths if a function makes it. */
function layerBy<Made>(maker: Made | LayerMaker<Made>, widths: Widths): Made | Thrown {
  return typeof maker === "function" ? madeBy(() => (maker as LayerMaker<Made>)(...widths)) : maker;
}
