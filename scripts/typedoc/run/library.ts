import * as spiralnet from "spiralnet";
import * as check from "spiralnet/check";
import * as onnx from "spiralnet/onnx";
import * as plot from "spiralnet/plot";

type Module = Readonly<Record<string, unknown>>;

/** What a block can import. */
const library: Readonly<Record<string, Module>> = {
  spiralnet,
  "spiralnet/check": check,
  "spiralnet/onnx": onnx,
  "spiralnet/plot": plot,
};

/**
 * A `require` for the library, which explains wrong names. `show` gets each picture that a function of
 * `spiralnet/plot` makes.
 */
export function libraryFor(show: (svg: string) => void): (name: string) => Module {
  return (name) => {
    const module = library[name];
    if (module === undefined) {
      const known = Object.keys(library).join(", ");
      throw new Error(`"${name}" can't be imported on this page; expected one of ${known}`);
    }
    const exports = name === "spiralnet/plot" ? showing(module, show) : module;
    return new Proxy({ ...exports, __esModule: true } as Module, {
      get(target, key) {
        if (typeof key === "string" && !(key in target)) throw new Error(`"${name}" has no export "${key}"`);
        return Reflect.get(target, key);
      },
    });
  };
}

type Draw = (...values: unknown[]) => unknown;

function showing(module: Module, show: (svg: string) => void): Module {
  return Object.fromEntries(
    Object.entries(module).map(([name, made]) => [
      name,
      typeof made === "function" ? shown(made as Draw, show) : made,
    ]),
  );
}

function shown(draw: Draw, show: (svg: string) => void): Draw {
  return (...values) => {
    const svg: unknown = draw(...values);
    if (isPicture(svg)) show(svg);
    return svg;
  };
}

export function isPicture(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("<svg");
}
