import type { StandardizerState } from "../data/standardizer.js";
import { checkInteger, checkNonNegative } from "../errors/number.js";
import { isPlain } from "../errors/options.js";
import { show, wrongType } from "../errors/wrong.js";
import { checkLayer } from "../layers/check-layers.js";
import type { Layer } from "../layers/layer.js";
import { checkMatrix, isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Optimizer } from "../optimizers/optimizer.js";
import { checkRandom } from "../random/check-random.js";
import type { RandomState } from "../random/random-state.js";
import { checkSnapshot } from "../random/snapshot.js";

/** What a checkpoint holds of a scaler of the data: a {@link Standardizer}, or one of your own. */
export interface SavedScaler {
  /** What it was fitted to, such as `means`; live. */
  readonly state: StandardizerState | Readonly<Record<string, Matrix>>;
}

/** What belongs to a model in training. */
export interface PartsOptions {
  /** The optimizer: its steps, its learning rate and what it remembers. */
  readonly optimizer?: Optimizer | undefined;
  /** The generator that draws batches. Those of layers belong to the model. */
  readonly random?: RandomState | undefined;
  /** What scales the inputs. */
  readonly scaler?: SavedScaler | undefined;
}

/** The live parts of a training, by the names that a checkpoint gives them. */
export interface Parts {
  readonly matrices: ReadonlyMap<string, Matrix>;
  readonly generators: ReadonlyMap<string, RandomState>;
  readonly optimizer: Optimizer | undefined;
}

/** What the names of a model's parts don't begin with. */
const PREFIX = /^(optimizer|scaler|progress|metadata)\./;

/** Whether a name is one that the model gives, and not the optimizer, the scaler or plain data. */
export function isOfModel(name: string): boolean {
  return !PREFIX.test(name);
}

/** Checks a model and what belongs to it, and lists their live matrices and generators by name. */
export function partsOf(operation: string, model: Layer, { optimizer, random, scaler }: PartsOptions): Parts {
  checkLayer(`${operation}: model`, model);
  const matrices = new Map<string, Matrix>();
  const generators = new Map<string, RandomState>();
  const add = <Part>(parts: Map<string, Part>, name: string, part: Part) => {
    const other = parts.get(name) ?? part;
    if (other === part) parts.set(name, part);
    else throw new TypeError(`${operation}: two parts are called ${show(name)}; expected different names`);
  };
  const addOwn = (name: string, part: Matrix | RandomState) => {
    if (!isOfModel(name) || name === "__proto__" || name === "__metadata__") {
      wrongType(`${operation}: the name of a part of the model`, name, "one that checkpoints don't use");
    }
    if (isMatrix(part)) add(matrices, name, part);
    else add(generators, name, part);
  };
  for (const { name, value } of model.parameters) addOwn(name, value);
  for (const [name, part] of Object.entries(model.state)) addOwn(name, part);
  if (optimizer !== undefined) {
    checkOptimizer(operation, optimizer);
    for (const [name, matrix] of Object.entries(optimizer.state)) add(matrices, `optimizer.${name}`, matrix);
  }
  if (random !== undefined) {
    checkRandom(operation, random);
    add(generators, "random", random);
  }
  if (scaler !== undefined) {
    checkState(`${operation}: scaler`, scaler, "a scaler: an object with state");
    for (const [name, matrix] of Object.entries(scaler.state)) add(matrices, `scaler.${name}`, matrix);
  }
  for (const [name, generator] of generators) checkSnapshot(`${operation}: ${name}`, generator.getState());
  return { matrices, generators, optimizer };
}

function checkOptimizer(operation: string, optimizer: unknown): asserts optimizer is Optimizer {
  const place = `${operation}: optimizer`;
  checkState(place, optimizer, "an optimizer: an object with state, steps and learningRate");
  const { steps, learningRate } = optimizer as Partial<Optimizer>;
  checkInteger(`${place}.steps`, steps, 0);
  checkNonNegative(`${place}.learningRate`, learningRate);
}

/** Throws unless `value` is an object whose `state` is matrices by name. */
function checkState(
  place: string,
  value: unknown,
  expected: string,
): asserts value is { state: Readonly<Record<string, Matrix>> } {
  if (typeof value !== "object" || value === null || !("state" in value)) wrongType(place, value, expected);
  const { state } = value;
  if (!isPlain(state)) wrongType(`${place}.state`, state, "a plain object of matrices");
  for (const [name, matrix] of Object.entries(state)) checkMatrix(`${place}.state.${name}`, matrix);
}
