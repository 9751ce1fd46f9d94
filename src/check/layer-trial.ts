import type { Layer, Matrix, Parameter } from "../index.js";
import { counterparts, listed, partsOf } from "./counterparts.js";
import type { Draw, Size } from "./draw.js";
import type { Fact } from "./fact.js";
import { functionSubject } from "./function-subject.js";
import { layerFacts } from "./layer-facts.js";
import type { LayerFunctions } from "./layer-functions.js";
import { isFunctions, isLayer, type LayerMaker } from "./layer-maker.js";
import { layerSubject } from "./layer-subject.js";
import { isMatrix, Misfit, wrongKind } from "./misfit.js";
import { observe, type Trial } from "./observe.js";
import { load, type Snapshot, snapshotOf } from "./snapshot.js";

type Mine = Layer | LayerFunctions;

/** The library's layer, and the numbers that go into it and into homework. */
interface Model {
  readonly layer: Layer;
  readonly widths: Widths;
  readonly x: Matrix;
  readonly names: readonly string[];
  readonly values: readonly Matrix[];
  readonly state: Snapshot;
}

/** A layer, or one as functions, beside the layer that it should be like. */
export function layerTrial(mine: Mine | LayerMaker<Mine>, like: Layer | LayerMaker): Trial {
  let name = "like";
  const fixed = widthsOf([like, mine].filter(isLayer));
  // An instance begins with what it has now; generators begin alike, however layers are made.
  let saved: Snapshot = isLayer(like) ? snapshotOf(like.state) : {};
  /** Whether x has a gradient: indices have none. */
  let inputGradient = true;
  let isClass = false;

  const modelOf = ([rows, inputs, outputs]: Size, draw: Draw): Model => {
    const widths = [fixed.inputs ?? inputs, fixed.outputs ?? outputs] as const;
    const layer = made(like, widths);
    if (!isLayer(layer)) wrongKind("what like made", layer, "a layer");
    name = layer.name;
    const { parameters, state } = layer;
    const x = draw("x", rows, layer.inputs ?? widths[0]);
    const names = namesOf(parameters);
    const values = parameters.map(({ value }, i) => draw(names[i] as string, value.rows, value.cols));
    const now = snapshotOf(state);
    const generators = Object.entries(now).filter(([, item]) => !isMatrix(item));
    saved = { ...Object.fromEntries(generators), ...saved };
    return { layer, widths, x, names, values, state: { ...now, ...saved } };
  };

  function* likeFacts(size: Size, draw: Draw): Generator<Fact> {
    const model = modelOf(size, draw);
    const { layer } = model;
    yield* factsOf(layer, layer.parameters, layer.state, model, draw);
  }

  function* mineFacts(size: Size, draw: Draw): Generator<Fact> {
    const model = modelOf(size, draw);
    const { layer: other, widths, x, names, values, state } = model;
    const layer = made(mine, widths);
    if (isFunctions(layer)) {
      // Running statistics within functions that are not made anew are those of earlier passes.
      const comparesPredict = typeof mine === "function" || !Object.values(state).some(isMatrix);
      yield* layerFacts(functionSubject(layer, names, values, comparesPredict), names, x, draw);
      return;
    }
    if (!isLayer(layer)) wrongKind("what mine made", layer, "a layer, or forward and backward");
    isClass = true;
    const parameters = counterparts(layer.parameters, other.parameters);
    if (parameters.includes(undefined) || layer.parameters.length > parameters.length) {
      const [actual, expected] = [listed(layer.parameters), listed(other.parameters)];
      throw new Misfit("parameter", "the list of its parameters", actual, expected);
    }
    const [parts, otherParts] = [partsOf(layer.state), partsOf(other.state)];
    const found = counterparts(parts, otherParts);
    const own = otherParts.flatMap(({ name }, i) => (found[i] ? [[name, found[i].value] as const] : []));
    yield* factsOf(layer, parameters as Parameter[], Object.fromEntries(own), model, draw);
    if (!found.includes(undefined)) return;
    throw new Misfit("state", "its state", listed(parts), listed(otherParts));
  }

  function factsOf(
    layer: Layer,
    parameters: readonly Parameter[],
    own: Layer["state"],
    { x, names, values, state }: Model,
    draw: Draw,
  ): Iterable<Fact> {
    for (const [i, { value }] of parameters.entries()) value.assignInPlace(values[i] as Matrix);
    load(own, state);
    return layerFacts(layerSubject(layer, parameters, own, inputGradient), names, x, draw);
  }

  return {
    name: () => name,
    asksForErrors: () => isClass,
    like(size, source) {
      inputGradient = true;
      const whole = observe(source, (draw) => likeFacts(size, draw));
      inputGradient = !whole.misfit;
      return inputGradient ? whole : observe(source, (draw) => likeFacts(size, draw));
    },
    mine: (size, source) => observe(source, (draw) => mineFacts(size, draw)),
  };
}

type Widths = readonly [inputs: number, outputs: number];

/** The widths that layers fix, if they do. */
function widthsOf(layers: readonly Layer[]): { inputs: number | undefined; outputs: number | undefined } {
  const first = (widthOf: (layer: Layer) => number | undefined) => {
    return layers.map(widthOf).find((width) => width !== undefined);
  };
  // A layer for any width that has parameters for each column takes the width of these.
  const inputs = first((layer) => layer.inputs ?? (layer.elementwise && layer.parameters[0]?.value.cols));
  return { inputs, outputs: first(({ outputs }) => outputs) };
}

/** The names of parameters, each made one of its own. */
function namesOf(parameters: readonly Parameter[]): string[] {
  const others = ["x", "other x", "dL/dy"];
  const all = [...others, ...parameters.map(({ name }) => name)];
  return parameters.map(({ name }, i) => {
    return all.indexOf(name) === others.length + i ? name : `${name} (parameter ${i})`;
  });
}

/** What stands for a layer, at these widths if a function makes it. */
function made<Made>(maker: Made | LayerMaker<Made>, widths: Widths): Made {
  return typeof maker === "function" ? (maker as LayerMaker<Made>)(...widths) : maker;
}
