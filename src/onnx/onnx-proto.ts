import { PbfWriter } from "pbf";
import type { OnnxAttribute } from "./onnx-graph.js";

/*
 * The messages of an ONNX file, as far as models need them. Names and field numbers are those of the schema,
 * https://github.com/onnx/onnx/blob/v1.12.0/onnx/onnx.proto3.
 */

/** The newest format and operators that ONNX 1.12 knows, of June 2022. */
const IR_VERSION = 8;
const OPSET = 17;

/** The types of a tensor's numbers: TensorProto.DataType. */
export const DATA_TYPE = { float32: 1, int64: 7, float64: 11 } as const;

/** Numbers that the file holds: TensorProto. */
export interface Tensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly dataType: number;
  /** The numbers, the lowest byte first. */
  readonly rawData: Uint8Array;
}

/** An operator, its constants, and the names of what it takes and makes: NodeProto. */
export interface Node {
  readonly name: string;
  readonly opType: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** What goes in or comes out: ValueInfoProto. A dimension with a name instead of a size may have any size. */
interface Value {
  readonly name: string;
  readonly elemType: number;
  readonly dims: readonly (number | string)[];
}

/** The nodes in the order in which they run: GraphProto. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly tensors: readonly Tensor[];
  readonly input: Value;
  readonly output: Value;
}

/** The bytes of a file: ModelProto. */
export function encodeModel(graph: Graph): Uint8Array<ArrayBuffer> {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, IR_VERSION);
  pbf.writeStringField(2, "spiralnet"); // producer_name
  pbf.writeMessage(7, writeGraph, graph);
  pbf.writeMessage(8, writeOpset, OPSET);
  return pbf.finish().slice(); // The writer's memory is larger.
}

function writeOpset(version: number, pbf: PbfWriter): void {
  pbf.writeStringField(1, ""); // domain: the operators of ONNX itself
  pbf.writeVarintField(2, version);
}

function writeGraph({ nodes, tensors, input, output }: Graph, pbf: PbfWriter): void {
  for (const node of nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, "model");
  for (const tensor of tensors) pbf.writeMessage(5, writeTensor, tensor);
  pbf.writeMessage(11, writeValue, input);
  pbf.writeMessage(12, writeValue, output);
}

function writeNode({ name, opType, inputs, output, attributes }: Node, pbf: PbfWriter): void {
  for (const input of inputs) pbf.writeStringField(1, input);
  pbf.writeStringField(2, output);
  pbf.writeStringField(3, name);
  pbf.writeStringField(4, opType);
  for (const attribute of Object.entries(attributes)) pbf.writeMessage(5, writeAttribute, attribute);
}

function writeAttribute([name, value]: [string, OnnxAttribute], pbf: PbfWriter): void {
  const type = (code: number) => pbf.writeVarintField(20, code);
  pbf.writeStringField(1, name);
  if ("float" in value) {
    pbf.writeFloatField(2, value.float);
    type(1);
  } else if ("int" in value) {
    pbf.writeVarintField(3, value.int);
    type(2);
  } else if ("string" in value) {
    pbf.writeStringField(4, value.string);
    type(3);
  } else if ("floats" in value) {
    pbf.writePackedFloat(7, [...value.floats]);
    type(6);
  } else {
    pbf.writePackedVarint(8, [...value.ints]);
    type(7);
  }
}

function writeTensor({ name, dims, dataType, rawData }: Tensor, pbf: PbfWriter): void {
  pbf.writePackedVarint(1, [...dims]);
  pbf.writeVarintField(2, dataType);
  pbf.writeStringField(8, name);
  pbf.writeBytesField(9, rawData);
}

function writeValue({ name, ...type }: Value, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  pbf.writeMessage(2, writeType, type);
}

function writeType(type: Omit<Value, "name">, pbf: PbfWriter): void {
  pbf.writeMessage(1, writeTensorType, type); // tensor_type
}

function writeTensorType({ elemType, dims }: Omit<Value, "name">, pbf: PbfWriter): void {
  pbf.writeVarintField(1, elemType);
  pbf.writeMessage(2, writeShape, dims);
}

function writeShape(dims: readonly (number | string)[], pbf: PbfWriter): void {
  for (const dim of dims) pbf.writeMessage(1, writeDimension, dim);
}

function writeDimension(dim: number | string, pbf: PbfWriter): void {
  if (typeof dim === "number")
    pbf.writeVarintField(1, dim); // dim_value
  else pbf.writeStringField(2, dim); // dim_param
}
