/** Thrown by a run that has no points to learn from. */
export class NoPointsError extends RangeError {
  override readonly name = "NoPointsError";

  constructor() {
    super("There are no points to learn from; expected at least one");
  }
}
