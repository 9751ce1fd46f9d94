import { words } from "./words/index.js";

type Engine = typeof import("./engine.js");

declare global {
  /** What engine.js defines. */
  var spiralnetEngine: Engine | undefined;
}

const page = document.currentScript as HTMLScriptElement;

let loading: Promise<Engine> | undefined;

/** Loads what compiles blocks and the library, once. A classic script also loads in a page opened as a file. */
export function loadEngine(): Promise<Engine> {
  loading ??= new Promise<Engine>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("engine.js", page.src).href;
    script.onload = () => resolve(globalThis.spiralnetEngine as Engine);
    script.onerror = () => {
      loading = undefined; // the next press tries again
      reject(new Error(words.noEngine));
    };
    document.head.append(script);
  });
  return loading;
}
