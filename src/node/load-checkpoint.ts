import { readFile } from "node:fs/promises";
import { parseJSON } from "../checkpoints/parse-json.js";
import { type Checkpoint, checkpointFromJSON, fromSafetensors } from "../index.js";
import { type CheckpointFile, checkpointFile, type FilePath } from "./checkpoint-file.js";

/**
 * Reads the checkpoint in a `.safetensors` or `.json` file, such as {@link saveCheckpoint} writes.
 *
 * @throws TypeError if the path has another ending or the file holds no checkpoint, with the reason and the
 * path; Node's own error, with its `code`, if the file can't be read. Both come as a rejected promise.
 * @example
 * ```ts
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { Dense, stateOf } from "spiralnet";
 * import { loadCheckpoint, saveCheckpoint } from "spiralnet/node";
 *
 * const path = join(tmpdir(), "spiralnet-example.json");
 * await saveCheckpoint(path, stateOf(new Dense(2, 3)));
 * Object.keys((await loadCheckpoint(path)).matrices); // => ["weights", "biases"]
 * ```
 */
export async function loadCheckpoint(path: FilePath): Promise<Checkpoint> {
  const file = checkpointFile("loadCheckpoint", path);
  const contents = await readFile(file.path);
  try {
    return read(file, contents);
  } catch (cause) {
    const { message } = cause as Error;
    throw new TypeError(`loadCheckpoint: ${file.path} holds no checkpoint: ${message}`, { cause });
  }
}

function read({ kind }: CheckpointFile, contents: Uint8Array): Checkpoint {
  if (kind === ".safetensors") return fromSafetensors(contents);
  return checkpointFromJSON(parseJSON("the file", new TextDecoder().decode(contents)));
}
