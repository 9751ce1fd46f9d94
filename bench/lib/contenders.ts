import type { Options } from "./contract.js";
import { type Group, JOBS } from "./jobs.js";

/** Something that is timed. */
export interface Entry extends Options {
  /** What tables and results call it. */
  readonly name: string;
  /** The file in contenders/ without its ending; what `--only` calls it. */
  readonly file: string;
  /** What is imported to use it. */
  readonly packages: readonly string[];
  readonly jobs: readonly Group[];
  /** Whether it is spiralnet, and which build. */
  readonly ours?: "this build" | "other build";
  readonly python?: boolean;
  /** Flags for Node. */
  readonly flags?: readonly string[];
  /** Allowed deviation of its answer, if not that of its precision; infinite if it trains another network. */
  readonly tolerance?: number;
  /** What a reader of the tables has to know. */
  readonly note?: string;
}

type Rest = Partial<Entry>;
const contender = (name: string, file: string, packages: readonly string[], rest: Rest = {}): Entry => ({
  name,
  file,
  packages,
  float: 64,
  jobs: ["A", "B", "C", "D", "E", "F"],
  ...rest,
});
const spiralnet = (name: string, rest: Rest) =>
  contender(name, "spiralnet", ["spiralnet"], { ours: "this build", ...rest });
const jax = (name: string, rest: Rest) => contender(name, "jax-js", ["@jax-js/jax"], rest);
const tfjs = (name: string, variant: string, packages: string[]) =>
  contender(name, "tfjs", ["@tensorflow/tfjs", ...packages], { float: 32, variant });
const numpy = (name: string, rest: Rest = {}) =>
  contender(name, "numpy_net", ["numpy"], { python: true, ...rest });
const torch = (name: string, rest: Rest = {}) =>
  contender(name, "torch_net", ["torch"], { python: true, ...rest });

const all = Object.keys(JOBS) as Group[];
const trained: readonly Group[] = all.filter((group) => group !== "C" && group !== "E");
/** Trained by plain gradient descent. */
const plain: readonly Group[] = ["A", "B", "F"];
const noLoss = "computes no loss";

export const SPIRALNET = "spiralnet (WASM)";
export const PLAIN = "spiralnet (plain)";
export const OTHER = "spiralnet (other build)";
export const NUMPY = "NumPy, as the article";
export const TUNED = "NumPy, tuned by hand";
const LOOPS = "plain loops";

/** The first of these that runs gives the answers that all others must give. */
export const REFERENCES: readonly string[] = [NUMPY, LOOPS];

export const CONTENDERS: readonly Entry[] = [
  spiralnet(SPIRALNET, { jobs: all }),
  // Neighbours, so that the machine changes as little as possible from one build to the other.
  spiralnet(OTHER, { jobs: all, ours: "other build" }),
  spiralnet(PLAIN, { flags: ["--no-expose-wasm"] }),
  jax("jax-js, float32", { float: 32 }),
  jax("jax-js, float64", { tolerance: 1e-4, note: "its exponential and logarithm are float32 all the same" }),
  contender("numpy-ts", "numpy-ts", ["numpy-ts"], {
    jobs: [...plain, "C", "E"],
    note: "asks for Node 22, where it can use relaxed SIMD; intermediates are disposed of by hand",
  }),
  tfjs("TensorFlow.js (wasm), float32", "wasm", ["@tensorflow/tfjs-backend-wasm"]),
  tfjs("TensorFlow.js (cpu), float32", "cpu", []),
  contender("onnxruntime-web, float32", "onnxruntime", ["onnxruntime-web"], { float: 32, jobs: ["E"] }),
  contender("ConvNetJS", "convnetjs", ["convnetjs"], { jobs: plain }),
  contender("brain.js, float32", "brain-js", ["brain.js"], {
    float: 32,
    jobs: plain,
    tolerance: Number.POSITIVE_INFINITY,
    note: "unchecked, for a rough idea: trains on a squared error, without penalty, example by example",
  }),
  contender("ml-matrix", "ml-matrix", ["ml-matrix"], { jobs: [...plain, "C"] }),
  contender(LOOPS, "plain-loops", []),
  contender("plain loops that skip zeros", "plain-loops", [], {
    variant: "skip zeros",
    jobs: plain,
    note: "black pixels and dead units reward it",
  }),
  numpy(NUMPY, { jobs: all }),
  numpy("NumPy, as the article, float32", { float: 32 }),
  numpy(TUNED, { variant: "tuned", jobs: trained, note: noLoss }),
  torch("PyTorch"),
  torch("PyTorch, float32", { float: 32 }),
  torch("PyTorch, gradients by hand", { variant: "hand", jobs: plain, note: noLoss }),
];
