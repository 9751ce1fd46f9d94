import type { JobName } from "./job.js";
import type { Options } from "./problem.js";
import type { Task } from "./task.js";

/** Something that is timed. */
export interface Entry {
  readonly name: string;
  /** What tables call it. */
  readonly label: string;
  /** The file in contenders/; one in Python ends in .py. */
  readonly file: string;
  readonly options: Options;
  readonly before?: Task["before"];
  /** What is imported to use it, the first of which has the version. */
  readonly packages: readonly string[];
  /** Why it can't do a job, or its answer can't be checked. */
  readonly cannot?: Partial<Record<JobName, string>>;
  readonly unchecked?: string;
  /** How far its answer may be off, relative to the reference, if not as its precision says. */
  readonly tolerance?: number;
  /** What a reader of the table has to know. */
  readonly note?: string;
}

const LIBRARY = { file: "spiralnet", packages: ["spiralnet"], options: { precision: 64 } } as const;
const JAX = { file: "jax-js", packages: ["@jax-js/jax"] } as const;
const TFJS = "@tensorflow/tfjs";
const FLOAT64: Options = { precision: 64 };
const FLOAT32: Options = { precision: 32 };
const NO_LOSS = "computes no value of the loss";

export const CONTENDERS: readonly Entry[] = [
  { ...LIBRARY, name: "spiralnet", label: "spiralnet (WASM)" },
  { ...LIBRARY, name: "spiralnet-plain", label: "spiralnet (plain)", before: "delete WebAssembly" },
  { ...JAX, name: "jax-js-float32", label: "jax-js", options: FLOAT32 },
  {
    ...JAX,
    name: "jax-js-float64",
    label: "jax-js",
    options: FLOAT64,
    before: "add Float16Array",
    tolerance: 1e-4,
    note: "its exponential and logarithm have single precision here too, so it is checked as float32 is",
  },
  {
    name: "tfjs-wasm",
    label: "TensorFlow.js (wasm)",
    file: "tfjs",
    packages: [TFJS, "@tensorflow/tfjs-backend-wasm"],
    options: { ...FLOAT32, variant: "wasm" },
  },
  {
    name: "tfjs-cpu",
    label: "TensorFlow.js (cpu)",
    file: "tfjs",
    packages: [TFJS],
    options: { ...FLOAT32, variant: "cpu" },
  },
  {
    name: "convnetjs",
    label: "ConvNetJS",
    file: "convnetjs",
    packages: ["convnetjs"],
    options: FLOAT64,
    cannot: { C: "has no matrix product" },
  },
  {
    name: "brain.js",
    label: "brain.js",
    file: "brain-js",
    packages: ["brain.js"],
    options: FLOAT32,
    cannot: { C: "has no matrix product" },
    unchecked:
      "has no softmax loss, no penalty and no batches: it trains the same layers on a squared error, a step an example",
  },
  { name: "ml-matrix", label: "ml-matrix", file: "ml-matrix", packages: ["ml-matrix"], options: FLOAT64 },
  { name: "plain-loops", label: "plain loops", file: "plain-loops", packages: [], options: FLOAT64 },
  {
    name: "plain-loops-skip",
    label: "plain loops that skip zeros",
    file: "plain-loops",
    packages: [],
    options: { ...FLOAT64, variant: "skip zeros" },
    cannot: { C: "there are no zeros" },
    note: "is rewarded by black pixels and dead units",
  },
  {
    name: "numpy",
    label: "NumPy, as the article",
    file: "numpy_net.py",
    packages: ["numpy"],
    options: FLOAT64,
  },
  {
    name: "numpy-float32",
    label: "NumPy, as the article",
    file: "numpy_net.py",
    packages: ["numpy"],
    options: FLOAT32,
  },
  {
    name: "numpy-tuned",
    label: "NumPy, tuned by hand",
    file: "numpy_net.py",
    packages: ["numpy"],
    options: { ...FLOAT64, variant: "tuned" },
    cannot: { C: "is the same product" },
    note: NO_LOSS,
  },
  { name: "torch", label: "PyTorch", file: "torch_net.py", packages: ["torch"], options: FLOAT64 },
  { name: "torch-float32", label: "PyTorch", file: "torch_net.py", packages: ["torch"], options: FLOAT32 },
  {
    name: "torch-hand",
    label: "PyTorch, gradients by hand",
    file: "torch_net.py",
    packages: ["torch"],
    options: { ...FLOAT64, variant: "hand" },
    cannot: { C: "is the same product" },
    note: NO_LOSS,
  },
];

export function isPython({ file }: Entry): boolean {
  return file.endsWith(".py");
}
