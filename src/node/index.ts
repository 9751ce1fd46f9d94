/**
 * Checkpoints as files, for Node and other runtimes with its file system.
 *
 * @module spiralnet/node
 */

export type { FilePath, FileURL } from "./checkpoint-file.js";
export { loadCheckpoint } from "./load-checkpoint.js";
export { saveCheckpoint } from "./save-checkpoint.js";
