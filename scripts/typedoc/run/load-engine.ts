import { loadScript } from "../load-script.js";
import { words } from "./words/index.js";

type Engine = typeof import("./engine.js");

declare global {
  /** What engine.js defines. */
  var spiralnetEngine: Engine | undefined;
}

/** Loads what compiles blocks and the library. */
export async function loadEngine(): Promise<Engine> {
  try {
    await loadScript("engine.js");
  } catch (error) {
    throw new Error(words.noEngine, { cause: error });
  }
  return globalThis.spiralnetEngine as Engine;
}
