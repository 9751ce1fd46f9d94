import { checkInteger } from "../errors/number.js";
import { shortened, wrongType } from "../errors/wrong.js";
import type { Layer, Matrix } from "../index.js";
import { checkAttributes } from "./check-attributes.js";
import { checkLayer } from "./check-layer.js";
import { checkName } from "./check-name.js";
import { checkNumbers, checkShape } from "./check-numbers.js";
import type { Contents } from "./contents.js";
import { NO_FLOAT64 } from "./float64.js";
import { nodesOf } from "./nodes-of.js";
import { BYTES, checkFits, type NumberType, numberBytes } from "./number-bytes.js";
import type { OnnxAttribute, OnnxGraph } from "./onnx-graph.js";
import { DATA_TYPE } from "./onnx-proto.js";

/** The part of a file that belongs to one layer. Its names begin with the layer's place in the model. */
export class LayerGraph implements OnnxGraph {
  readonly place: string;

  /**
   * @param contents - the whole file
   * @param path - the model, the layer in it that holds this one, and so on, and this one
   * @param places - the places of these layers but the model, each in the one before
   */
  constructor(
    private readonly contents: Contents,
    readonly dtype: NumberType,
    private readonly path: readonly [...Layer[], Layer],
    private readonly places: readonly string[] = [],
  ) {
    const place = places.length === 0 ? "the model" : `layer ${places.join(".")}`;
    this.place = `toOnnx: ${place} (${this.owner.name})`;
  }

  private get owner(): Layer {
    return this.path.at(-1) as Layer;
  }

  /** Adds all operators of the layer and returns the name of its result. */
  add(input: string): string {
    const result = nodesOf(this.owner, this.place)(this, input);
    if (!this.contents.has(result)) {
      wrongType(`${this.place}: what addOnnxNodes returned`, result, "the name of a result or a constant");
    }
    return result;
  }

  node(
    opType: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): string {
    checkName(`${this.place}: node: the operator`, opType);
    const place = `${this.place}: ${shortened(opType)}`;
    if (!Array.isArray(inputs)) wrongType(`${place}: inputs`, inputs, "an array of names");
    for (const [i, input] of inputs.entries()) {
      if (input !== "") this.checkKnown(`${place}: input ${i}`, input);
    }
    checkAttributes(place, attributes);
    if (this.dtype === "float64" && NO_FLOAT64.has(opType)) {
      throw new TypeError(
        `${this.place}: onnxruntime has no ${opType} for float64; expected other operators, or dtype "float32"`,
      );
    }
    return this.contents.addNode(this.named(opType), {
      opType,
      inputs: [...inputs],
      attributes: { ...attributes },
    });
  }

  constant(name: string, value: Matrix | number, shape?: readonly number[]): string {
    checkName(`${this.place}: constant: name`, name);
    const place = `${this.place}: ${shortened(name)}`;
    const isNumber = typeof value === "number";
    if (isNumber) checkFits(place, value, this.dtype);
    else checkNumbers(place, value);
    const numbers = isNumber ? Float64Array.of(value) : value.data;
    const dims = shape === undefined ? (isNumber ? [] : value.shape) : shape;
    checkShape(place, dims, numbers.length);
    this.contents.checkRoom(numbers.length * BYTES[this.dtype]);
    const placeOf = (i: number) =>
      isNumber ? place : `${place}[${Math.floor(i / value.cols)}, ${i % value.cols}]`;
    const rawData = numberBytes(numbers, this.dtype, placeOf);
    const tensor = { dims: [...dims], dataType: DATA_TYPE[this.dtype], rawData };
    return this.contents.addTensor(this.named(name), tensor, isNumber ? undefined : value);
  }

  integers(name: string, values: readonly number[]): string {
    checkName(`${this.place}: integers: name`, name);
    const place = `${this.place}: ${shortened(name)}`;
    if (!Array.isArray(values)) wrongType(place, values, "an array of integers");
    const view = new DataView(new ArrayBuffer(values.length * 8));
    for (const [i, value] of values.entries()) {
      checkInteger(`${place}[${i}]`, value, Number.MIN_SAFE_INTEGER);
      view.setBigInt64(i * 8, BigInt(value), true);
    }
    this.contents.checkRoom(view.byteLength);
    return this.contents.addTensor(this.named(name), {
      dims: [values.length],
      dataType: DATA_TYPE.int64,
      rawData: new Uint8Array(view.buffer),
    });
  }

  layer(layer: Layer, input: string): string {
    checkLayer(`${this.place}: graph.layer: the layer`, layer);
    this.checkKnown(`${this.place}: graph.layer: the input of ${layer.name}`, input);
    if (this.path.includes(layer)) {
      wrongType(`${this.place}: graph.layer`, layer, "a layer that is not around it");
    }
    const index = this.owner.layers.indexOf(layer);
    const places = [...this.places, index < 0 ? layer.name : String(index)];
    return new LayerGraph(this.contents, this.dtype, [...this.path, layer], places).add(input);
  }

  private named(name: string): string {
    return [...this.places, name].join(".");
  }

  private checkKnown(place: string, name: unknown): void {
    if (!this.contents.has(name)) wrongType(place, name, "the name of x, of a result or of a constant");
  }
}
