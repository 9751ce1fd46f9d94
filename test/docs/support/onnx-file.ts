import { PbfReader } from "pbf";

/** What an ONNX file says of its operators. */
export interface OnnxFile {
  /** The version of the operators. */
  opset: number;
  /** The types of the operators, in their order. */
  readonly operators: string[];
}

/** Reads an ONNX file: ModelProto.graph is field 7, opset_import 8; GraphProto.node 1; NodeProto.op_type 4. */
export function readOnnx(bytes: Uint8Array): OnnxFile {
  const file: OnnxFile = { opset: 0, operators: [] };
  const readNode = (tag: number, _: unknown, pbf: PbfReader) => {
    if (tag === 4) file.operators.push(pbf.readString());
  };
  const readGraph = (tag: number, _: unknown, pbf: PbfReader) => {
    if (tag === 1) pbf.readMessage(readNode, undefined);
  };
  const readOpset = (tag: number, _: unknown, pbf: PbfReader) => {
    if (tag === 2) file.opset = pbf.readVarint();
  };
  new PbfReader(bytes).readFields((tag: number, _: unknown, pbf: PbfReader) => {
    if (tag === 7) pbf.readMessage(readGraph, undefined);
    if (tag === 8) pbf.readMessage(readOpset, undefined);
  }, undefined);
  return file;
}
