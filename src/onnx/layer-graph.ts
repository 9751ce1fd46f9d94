import { checkInteger } from "../errors/number.js";
import { typedArrayName } from "../errors/typed-array.js";
import { wrongType } from "../errors/wrong.js";
import type { Layer, Matrix } from "../index.js";
import { checkAttributes } from "./check-attributes.js";
import { checkLayer } from "./check-layer.js";
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
    if (typeof opType !== "string" || opType === "") {
      wrongType(`${this.place}: node`, opType, "the name of an operator");
    }
    const place = `${this.place}: ${opType}`;
    if (!Array.isArray(inputs)) wrongType(`${place}: inputs`, inputs, "an array of names");
    for (const [i, input] of inputs.entries()) {
      if (input !== "") this.checkName(`${place}: input ${i}`, input);
    }
    checkAttributes(place, attributes);
    if (this.dtype === "float64" && NO_FLOAT64.has(opType)) {
      throw new TypeError(
        `${this.place}: onnxruntime has no ${opType} for float64; expected dtype "float32", or other operators`,
      );
    }
    return this.contents.addNode(this.named(opType), {
      opType,
      inputs: [...inputs],
      attributes: { ...attributes },
    });
  }

  constant(name: string, value: Matrix | number, shape?: readonly number[]): string {
    const place = `${this.place}: ${this.checkedLabel("constant", name)}`;
    const isNumber = typeof value === "number";
    if (isNumber) checkFits(place, value, this.dtype);
    else checkNumbers(place, value);
    const dims = shape ?? (isNumber ? [] : value.shape);
    const numbers = isNumber ? Float64Array.of(value) : value.data;
    checkShape(place, dims, numbers.length);
    this.contents.reserve(numbers.length * BYTES[this.dtype]);
    const placeOf = (i: number) =>
      isNumber ? place : `${place}[${Math.floor(i / value.cols)}, ${i % value.cols}]`;
    return this.contents.addTensor(
      this.named(name),
      {
        dims: [...dims],
        dataType: DATA_TYPE[this.dtype],
        rawData: numberBytes(numbers, this.dtype, placeOf),
      },
      isNumber ? undefined : value,
    );
  }

  integers(name: string, values: readonly number[]): string {
    const place = `${this.place}: ${this.checkedLabel("integers", name)}`;
    if (!Array.isArray(values)) wrongType(place, values, "an array of integers");
    const view = new DataView(new ArrayBuffer(values.length * 8));
    for (const [i, value] of values.entries()) {
      checkInteger(`${place}[${i}]`, value, Number.MIN_SAFE_INTEGER);
      view.setBigInt64(i * 8, BigInt(value), true);
    }
    this.contents.reserve(view.byteLength);
    return this.contents.addTensor(this.named(name), {
      dims: [values.length],
      dataType: DATA_TYPE.int64,
      rawData: new Uint8Array(view.buffer),
    });
  }

  layer(layer: Layer, input: string): string {
    checkLayer(`${this.place}: graph.layer: the layer`, layer);
    this.checkName(`${this.place}: graph.layer: the input of ${layer.name}`, input);
    if (this.path.includes(layer))
      wrongType(`${this.place}: graph.layer`, layer, "a layer that is not around it");
    const index = this.owner.layers.indexOf(layer);
    const place = index < 0 ? layer.name : String(index);
    return new LayerGraph(this.contents, this.dtype, [...this.path, layer], [...this.places, place]).add(
      input,
    );
  }

  private named(name: string): string {
    return [...this.places, name].join(".");
  }

  private checkName(place: string, name: unknown): void {
    if (!this.contents.has(name)) wrongType(place, name, "the name of x, of a result or of a constant");
  }

  private checkedLabel(method: string, name: unknown): string {
    if (typeof name !== "string" || name === "") wrongType(`${this.place}: ${method}: name`, name, "a name");
    return name;
  }
}

/** Throws unless `value` is a matrix that has its numbers. */
function checkNumbers(place: string, value: unknown): asserts value is Matrix {
  const { rows, cols, data } = Object(value) as Partial<Matrix>;
  if (typedArrayName(data) !== "Float64Array" || (rows as number) * (cols as number) !== data?.length) {
    wrongType(place, value, "a number, or a Matrix that still has its numbers");
  }
}

function checkShape(place: string, shape: unknown, count: number): void {
  const isShape = Array.isArray(shape) && shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  if (isShape && shape.reduce((product, size) => product * size, 1) === count) return;
  wrongType(`${place}: shape`, isShape ? `[${shape}]` : shape, `the shape of ${count} numbers`);
}
