import { isClass, wrongType } from "../errors/wrong.js";
import { Layer } from "../index.js";

/** Throws unless `value` is a layer, of this copy of the package or of another. */
export function checkLayer(place: string, value: unknown): asserts value is Layer {
  if (Array.isArray(value)) wrongType(place, value, "a layer; sequential(...) makes one of several");
  if (typeof value === "function" && isClass(value)) {
    wrongType(place, value, `a layer; write new ${value.name}()`);
  }
  const { compute, name, layers } = Object(value) as Partial<Layer> & { compute?: unknown };
  if (typeof compute !== "function" || typeof name !== "string" || !Array.isArray(layers)) {
    wrongType(place, value, "a layer: an object of a class that extends Layer");
  }
  if (value instanceof Layer && value.predict !== Layer.prototype.predict) {
    throw new TypeError(`${place} (${name}) overrides predict; expected its formulas in compute alone`);
  }
}
