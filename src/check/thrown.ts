import { type Failure, failureOf } from "./fact.js";

/** What a function threw. */
export class Thrown {
  readonly failure: Failure;

  constructor(error: unknown) {
    this.failure = failureOf(error);
  }
}

/** What a function made, or threw. */
export function madeBy<Made>(make: () => Made): Made | Thrown {
  try {
    return make();
  } catch (error) {
    return new Thrown(error);
  }
}
