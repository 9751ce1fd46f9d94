import type { Draw, Size } from "./draw.js";
import type { Fact } from "./fact.js";
import { type Misfit, misfitOf } from "./misfit.js";

/** A fact as it was when it was found. */
interface Seen extends Fact {
  /** The names of the inputs that were asked for until then: it can depend on no others. */
  readonly inputs: readonly string[];
}

/** What came out, in order, until something failed. */
export interface Observed {
  readonly facts: readonly Seen[];
  readonly inputs: readonly string[];
  readonly misfit?: Misfit | undefined;
}

/** Homework and library, side by side. */
export interface Trial {
  /** What the library calls its part. */
  readonly name: () => string;
  /** Whether homework should refuse what the library refuses, unless an option says it; false if not given. */
  readonly asksForErrors?: () => boolean;
  /** What the library makes of an input. */
  readonly like: (size: Size, draw: Draw) => Observed;
  /** What homework makes of the input that the library has just had. */
  readonly mine: (size: Size, draw: Draw) => Observed;
}

/** Collects facts. What is thrown ends them. */
export function observe(source: Draw, factsOf: (draw: Draw) => Iterable<Fact>): Observed {
  const facts: Seen[] = [];
  const asked = new Set<string>();
  const draw: Draw = (name, ...how) => {
    asked.add(name);
    return source(name, ...how);
  };
  let misfit: Misfit | undefined;
  try {
    // A copy, whatever happens to the matrix later.
    for (const fact of factsOf(draw)) facts.push({ ...fact, value: fact.value.copy(), inputs: [...asked] });
  } catch (error) {
    misfit = misfitOf("it", error);
  }
  return { facts, inputs: [...asked], misfit };
}
