import type { Matrix } from "../index.js";
import type { DifferenceKind } from "./difference-kind.js";

/** Something that homework and library should agree on. */
export interface Fact {
  /** What it is if they differ. */
  readonly what: DifferenceKind;
  /** What messages call it. */
  readonly name: string;
  /** Its numbers; a single one is 1 x 1. */
  readonly value: Matrix;
  /** The name of the input that it is the derivative by, if it is one. */
  readonly of?: string;
}

/** The one of some facts that says the same as another one. */
export function sameFact<Other extends Fact>(
  facts: readonly Other[],
  { what, name }: Fact,
): Other | undefined {
  return facts.find((fact) => fact.what === what && fact.name === name);
}
