import { isPlain } from "../errors/options.js";
import { shortened, show, wrongNumber, wrongType } from "../errors/wrong.js";
import { isMatrix } from "../matrix/checks.js";
import { decoded, encoded } from "../matrix/json.js";
import { Matrix } from "../matrix/matrix.js";

/** What a checkpoint can hold besides the numbers of a model. */
export type PlainData = null | boolean | number | string | Matrix | readonly PlainData[] | PlainRecord;

/** Plain data by name. A property that is undefined is left out, as in JSON. */
export interface PlainRecord {
  /** Anything plain. */
  readonly [name: string]: PlainData | undefined;
}

/** Data as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** No data are nested more deeply. This also ends data that contain themselves. */
const DEEPEST = 100;

/** Names that would change an object, or mean something else in a checkpoint. */
const RESERVED: readonly string[] = ["__proto__", "$matrix", "$number"];

/**
 * Plain data as JSON. A matrix is copied into `matrices` under the path to it, such as `progress.best[0]`,
 * and leaves `{ $matrix: path }`. A number that JSON does not have leaves `{ $number: "NaN" }`.
 */
export function packed(
  operation: string,
  path: string,
  value: unknown,
  matrices: Map<string, Matrix>,
  depth = 0,
): Json {
  checkDepth(operation, path, depth);
  const inner = (name: string, item: unknown) => packed(operation, name, item, matrices, depth + 1);
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") {
    const code = encoded(value);
    return typeof code === "number" ? code : { $number: code };
  }
  if (isMatrix(value)) {
    if (matrices.has(path)) {
      throw new TypeError(
        `${operation}: two matrices are called ${show(path)}; expected a name of its own for each`,
      );
    }
    matrices.set(path, new Matrix(value.rows, value.cols, value.data.slice()));
    return { $matrix: path };
  }
  // Not map, which skips holes.
  if (Array.isArray(value)) return Array.from(value, (item, i) => inner(`${path}[${i}]`, item));
  if (!isPlain(value)) {
    wrongType(`${operation}: ${shortened(path)}`, value, "plain data: what JSON has, or a Matrix");
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.map(([name, item]) => {
      checkName(operation, path, name);
      return [name, inner(`${path}.${name}`, item)];
    }),
  );
}

/** What {@link packed} was given. Takes its matrices out of `matrices`. */
export function unpacked(
  operation: string,
  path: string,
  json: unknown,
  matrices: Map<string, Matrix>,
  depth = 0,
): PlainData {
  checkDepth(operation, path, depth);
  const inner = (name: string, item: unknown) => unpacked(operation, name, item, matrices, depth + 1);
  if (json === null || typeof json === "boolean" || typeof json === "string") return json;
  if (Number.isFinite(json)) return json as number;
  const place = `${operation}: ${shortened(path)}`;
  if (Array.isArray(json)) return Array.from(json, (item, i) => inner(`${path}[${i}]`, item));
  if (!isPlain(json)) wrongNumber(place, json, "what JSON has");
  const entries = Object.entries(json);
  const [name, item] = entries.length === 1 ? (entries[0] as [string, unknown]) : [];
  if (name === "$number") {
    const number = decoded(item);
    if (typeof item !== "string" || typeof number !== "number") {
      wrongType(`${place}.$number`, item, 'one of "NaN", "Infinity", "-Infinity" and "-0"');
    }
    return number;
  }
  if (name === "$matrix") {
    if (item !== path) wrongType(`${place}.$matrix`, item, "the path to it");
    const matrix = matrices.get(path);
    if (matrix === undefined) wrongType(`${place}, in matrices,`, matrix, "a Matrix");
    matrices.delete(path);
    return matrix;
  }
  return Object.fromEntries(
    entries.map(([key, value]) => {
      checkName(operation, path, key);
      return [key, inner(`${path}.${key}`, value)];
    }),
  );
}

function checkDepth(operation: string, path: string, depth: number): void {
  if (depth <= DEEPEST) return;
  throw new RangeError(
    `${operation}: ${shortened(path)} is ${depth} levels deep; expected at most ${DEEPEST}, and nothing that contains itself`,
  );
}

function checkName(operation: string, path: string, name: string): void {
  if (!RESERVED.includes(name)) return;
  throw new TypeError(`${operation}: ${shortened(path)} has a property ${name}; expected another name`);
}
