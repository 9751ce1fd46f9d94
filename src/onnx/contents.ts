import type { Matrix } from "../index.js";
import type { Graph, Node, Tensor } from "./onnx-proto.js";

/** A protobuf message, and so an ONNX file, must be smaller than this. */
const TOO_LARGE = 2 ** 31;

/** What is in a file so far. Each name stands for one thing. */
export class Contents {
  private readonly nodes: Node[] = [];
  private readonly tensors: Tensor[] = [];
  private readonly names: Set<string>;
  /** Which matrix a tensor holds. */
  private readonly sources = new Map<Tensor, Matrix>();
  private bytes = 0;

  constructor(
    input: string,
    private readonly output: string,
  ) {
    this.names = new Set([input]);
  }

  /** Whether an operator can take what has this name. */
  has(name: unknown): boolean {
    return this.names.has(name as string);
  }

  /** Adds a node and returns the name of its result: `name`, with a number if that is taken. */
  addNode(name: string, node: Omit<Node, "name" | "output">): string {
    const output = this.free(name);
    this.nodes.push({ ...node, name: output, output });
    return output;
  }

  /**
   * Adds numbers and returns their name: `name`, with a number if that is taken. Those of a matrix that stands
   * there already are not written again, so a layer in two places still shares its weights.
   */
  addTensor(name: string, tensor: Omit<Tensor, "name">, source?: Matrix): string {
    const isWritten = (other: Tensor) => this.sources.get(other) === source && isSame(other, tensor);
    const same = source && this.tensors.find(isWritten);
    if (same) return same.name;
    const added = { ...tensor, name: this.free(name) };
    this.tensors.push(added);
    this.bytes += tensor.rawData.length;
    if (source) this.sources.set(added, source);
    return added.name;
  }

  /** Throws if the file has no room for so many more bytes. */
  checkRoom(bytes: number): void {
    if (this.bytes + bytes < TOO_LARGE) return;
    throw new RangeError("toOnnx: the model's numbers take 2 GiB or more; expected less, as ONNX files do");
  }

  /** The nodes and numbers, where `result` has the name of the file's output. */
  finish(result: string): Pick<Graph, "nodes" | "tensors"> {
    const { nodes, tensors, output } = this;
    const renamed = (name: string) => (name === result ? output : name);
    if (!nodes.some((node) => node.output === result)) {
      // It is x itself, or a constant.
      const identity = { name: this.free("Identity"), opType: "Identity", attributes: {} };
      return { nodes: [...nodes, { ...identity, inputs: [result], output }], tensors };
    }
    return {
      nodes: nodes.map((node) => ({
        ...node,
        inputs: node.inputs.map(renamed),
        output: renamed(node.output),
      })),
      tensors,
    };
  }

  private free(name: string): string {
    let free = name;
    for (let i = 2; this.names.has(free) || free === this.output; i++) free = `${name}_${i}`;
    this.names.add(free);
    return free;
  }
}

function isSame(a: Omit<Tensor, "name">, b: Omit<Tensor, "name">): boolean {
  return (
    a.dataType === b.dataType &&
    a.dims.join() === b.dims.join() &&
    a.rawData.every((byte, i) => byte === b.rawData[i])
  );
}
