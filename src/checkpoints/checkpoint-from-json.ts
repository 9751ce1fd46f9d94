import { isPlain } from "../errors/options.js";
import { shortened, wrongType } from "../errors/wrong.js";
import { fromJSON } from "../matrix/json.js";
import { Matrix } from "../matrix/matrix.js";
import type { Checkpoint } from "./checkpoint.js";
import { contentsOf } from "./contents.js";

const NAME = "checkpointFromJSON";

/**
 * The checkpoint that `JSON.stringify` wrote, with the same bits.
 *
 * @param json - what `JSON.parse` returned
 * @throws TypeError, RangeError or ShapeError if it has not the form of a checkpoint
 * @example
 * ```ts
 * import { checkpointFromJSON, Dense, restore, stateOf } from "spiralnet";
 *
 * const model = new Dense(2, 3);
 * const text = JSON.stringify(stateOf(model));
 * const other = new Dense(2, 3);
 * restore(other, checkpointFromJSON(JSON.parse(text)));
 * other.weights.value.equals(model.weights.value); // => true
 * ```
 */
export function checkpointFromJSON(json: unknown): Checkpoint {
  const expected = "what JSON.parse returned of a checkpoint's text";
  if (!isPlain(json)) wrongType(`${NAME}: json`, json, expected);
  const { matrices } = json as { readonly matrices?: unknown };
  if (!isPlain(matrices)) wrongType(`${NAME}: matrices`, matrices, "a plain object");
  const entries = Object.entries(matrices).map(([name, matrix]) => {
    const { rows, cols, data } = fromJSON(matrix, `${NAME}: matrices, ${shortened(name)}`);
    return [name, new Matrix(rows, cols, data)];
  });
  const checkpoint = { ...json, matrices: Object.fromEntries(entries) };
  contentsOf(NAME, checkpoint);
  return checkpoint as Checkpoint;
}
