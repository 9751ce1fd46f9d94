import { Activation, Layer } from "../index.js";
import type { OnnxGraph } from "./onnx-graph.js";
import type { OnnxLayer } from "./onnx-layer.js";
import { OPERATORS } from "./operators.js";

/** Adds the operators of a layer and returns the name of its result. */
type AddNodes = (graph: OnnxGraph, input: string) => string;

/** What `compute` is called by, which is protected from everyone else. */
interface Formulas {
  readonly compute: unknown;
}

const METHOD = "a method addOnnxNodes(graph, x)";

/**
 * How to add the operators of a layer. Throws if nobody knows, also if a class has other formulas than the one
 * that it extends: the file would then hold another function.
 */
export function nodesOf(layer: Layer, place: string): AddNodes {
  if (isOnnxLayer(layer)) {
    checkMethod(layer, place);
    return (graph, input) => layer.addOnnxNodes(graph, input);
  }
  const operator = OPERATORS.find(({ type }) => computesAs(layer, type.prototype));
  if (operator) return (graph, input) => operator.add(layer, graph, input);
  if (!(layer instanceof Layer)) {
    throw new TypeError(
      `${place} is of another copy of spiralnet; expected one of the copy that spiralnet/onnx uses: ` +
        "import both, or require both",
    );
  }
  const base = OPERATORS.find(({ type }) => layer instanceof type)?.type.name;
  if (base === undefined) {
    throw new TypeError(`${place} has no operator of ONNX; expected ${METHOD}, or a layer of spiralnet`);
  }
  const own = layer.constructor.name;
  throw new TypeError(
    `${place}: ${own === base ? "it" : `the class ${own}`} may have other formulas than ${base}; ` +
      `expected ${METHOD}, or ${base} itself`,
  );
}

function isOnnxLayer(layer: Layer): layer is Layer & OnnxLayer {
  return typeof (layer as Partial<OnnxLayer>).addOnnxNodes === "function";
}

/** Throws if a class has formulas of its own, but inherits the method. */
function checkMethod(layer: Layer, place: string): void {
  const generations = generationsTo(layer, "addOnnxNodes");
  // The function of an activation stands in a field, which each class of a chain may set.
  const most = layer instanceof Activation ? 1 : generationsTo(layer, "compute");
  if (generations <= most) return;
  throw new TypeError(
    `${place} inherits addOnnxNodes and may have other formulas; expected ${METHOD} in its own class`,
  );
}

/** How far up the chain of prototypes an object has a property: 0 if it is its own, 1 if it is of its class. */
function generationsTo(object: object, key: string): number {
  return Object.hasOwn(object, key) ? 0 : 1 + generationsTo(Object.getPrototypeOf(object), key);
}

/** Whether a layer has the formulas of a class. */
function computesAs(layer: Layer, prototype: Layer): boolean {
  const { compute } = layer as unknown as Formulas;
  if (compute !== (prototype as unknown as Formulas).compute) return false;
  return !(layer instanceof Activation) || Object.getPrototypeOf(layer) === prototype;
}
