import { wrongType } from "../errors/wrong.js";
import type { RandomState } from "./random-state.js";

/** What a generator can do: an initializer may use any of it. */
const METHODS = [
  "rand",
  "randn",
  "uniform",
  "normal",
  "randint",
  "shuffle",
  "permutation",
  "choice",
  "getState",
  "setState",
] as const satisfies readonly (keyof RandomState)[];

/** Throws unless `random` has the methods of a RandomState. `instanceof` would refuse another copy's. */
export function checkRandom(operation: string, random: unknown): asserts random is RandomState {
  const generator = random as RandomState | null | undefined;
  if (METHODS.every((method) => typeof generator?.[method] === "function")) return;
  wrongType(`${operation}: random`, random, "a RandomState");
}
