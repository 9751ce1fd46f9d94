import { checkInteger, checkNonNegative } from "../errors/number.js";
import { isPlain } from "../errors/options.js";
import { shortened, show, wrongNumber, wrongType } from "../errors/wrong.js";
import { checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RandomSnapshot } from "../random/random-state.js";
import { checkSnapshot } from "../random/snapshot.js";
import type { Checkpoint } from "./checkpoint.js";
import { type PlainRecord, unpacked } from "./plain-data.js";

/** The version of the form that is written here. */
export const VERSION = 1;

/** What a checkpoint holds, unpacked and checked. */
export interface Contents {
  /** The matrices of the model, of the optimizer (`optimizer.…`) and of the scaler (`scaler.…`). */
  readonly matrices: ReadonlyMap<string, Matrix>;
  readonly generators: ReadonlyMap<string, RandomSnapshot> | undefined;
  readonly optimizer: { readonly steps: number; readonly learningRate: number } | undefined;
  readonly progress: PlainRecord | undefined;
  readonly metadata: PlainRecord | undefined;
}

const FIELDS: readonly (keyof Checkpoint)[] = [
  "version",
  "matrices",
  "generators",
  "optimizer",
  "progress",
  "metadata",
];

/** Throws unless `value` has the form of a checkpoint; returns what it holds. */
export function contentsOf(operation: string, value: unknown): Contents {
  if (!isPlain(value)) wrongType(`${operation}: the checkpoint`, value, "what stateOf returned");
  checkFields(`${operation}: the checkpoint`, value, FIELDS);
  const checkpoint = value as Checkpoint;
  if (checkpoint.version !== VERSION) {
    wrongNumber(`${operation}: the version`, checkpoint.version, `${VERSION}, the only one yet`);
  }
  const matrices = checkedMatrices(operation, checkpoint.matrices);
  const part = (name: "generators" | "optimizer" | "progress" | "metadata") => {
    const json = checkpoint[name];
    if (json === undefined) return undefined;
    if (!isPlain(json)) wrongType(`${operation}: ${name}`, json, "a plain object");
    return unpacked(operation, name, json, matrices) as PlainRecord;
  };
  const generators = part("generators");
  const optimizer = part("optimizer");
  return {
    matrices,
    generators: generators && checkedGenerators(operation, generators),
    optimizer: optimizer && checkedOptimizer(operation, optimizer),
    progress: part("progress"),
    metadata: part("metadata"),
  };
}

/** Throws if an object has another field than these. */
function checkFields(place: string, value: object, known: readonly string[]): void {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    throw new TypeError(`${place} has a field ${show(name)}; expected ${known.join(", ")}`);
  }
}

function checkedMatrices(operation: string, matrices: unknown): Map<string, Matrix> {
  if (!isPlain(matrices)) wrongType(`${operation}: matrices`, matrices, "a plain object of matrices");
  const entries = Object.entries(matrices);
  for (const [name, matrix] of entries) {
    if (name === "__proto__") wrongType(`${operation}: the name of a matrix`, name, "another name");
    const place = `${operation}: matrices, ${shortened(name)},`;
    if (isPlain(matrix)) wrongType(place, matrix, "a Matrix, which checkpointFromJSON makes of parsed JSON");
    checkMatrix(place, matrix);
  }
  return new Map(entries);
}

function checkedGenerators(operation: string, generators: object): Map<string, RandomSnapshot> {
  const entries = Object.entries(generators);
  for (const [name, state] of entries) {
    checkSnapshot(`${operation}: generators, ${shortened(name)}`, state);
    checkFields(`${operation}: generators, ${shortened(name)},`, state, ["words", "spare"]);
  }
  return new Map(entries);
}

function checkedOptimizer(operation: string, optimizer: PlainRecord): NonNullable<Contents["optimizer"]> {
  const { steps, learningRate } = optimizer as { readonly steps: unknown; readonly learningRate: unknown };
  checkFields(`${operation}: optimizer`, optimizer, ["steps", "learningRate"]);
  checkInteger(`${operation}: optimizer.steps`, steps, 0);
  checkNonNegative(`${operation}: optimizer.learningRate`, learningRate);
  return { learningRate, steps };
}
