/**
 * Homework judged against the library: layers, losses and optimizers of your own beside those they should be
 * like.
 *
 * @module spiralnet/check
 */

export type { LayerFunctions } from "./layer-functions.js";
