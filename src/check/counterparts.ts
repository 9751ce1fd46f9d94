import type { Layer, Matrix, RandomState } from "../index.js";
import { isMatrix } from "./misfit.js";

/** A parameter, or a part of a layer's state. */
export interface Part {
  readonly name: string;
  readonly role?: string;
  readonly value: Matrix | RandomState;
}

/** The parts of a layer's state. */
export function partsOf(state: Layer["state"]): Part[] {
  return Object.entries(state).map(([name, value]) => ({ name, value }));
}

/**
 * Which of `mine` stands for each of `like`: the one of its shape and name, or else of its shape and role, or
 * else of its shape.
 */
export function counterparts<P extends Part>(mine: readonly P[], like: readonly Part[]): (P | undefined)[] {
  const found: (P | undefined)[] = like.map(() => undefined);
  const left = new Set(mine);
  for (const key of ["name", "role", "value"] as const) {
    for (const [i, part] of like.entries()) {
      if (found[i]) continue;
      found[i] = [...left].find((other) => {
        return shapeOf(other) === shapeOf(part) && (key === "value" || other[key] === part[key]);
      });
      left.delete(found[i] as P);
    }
  }
  return found;
}

/** Parts as a message lists them. */
export function listed(parts: readonly Part[]): string {
  return parts.map((part) => `${part.name} (${shapeOf(part)})`).join(", ") || "empty";
}

function shapeOf({ value }: Part): string {
  return isMatrix(value) ? value.shape.join(" x ") : "a generator";
}
