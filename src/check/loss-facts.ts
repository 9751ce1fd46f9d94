import type { Labels, LossAndGradient, Matrix } from "../index.js";
import { calling, type Fact, matrixFrom, misfit } from "./fact.js";
import { asTargets, type TargetKind } from "./loss-targets.js";

/** A loss as cs231n's assignments ask for it: the loss and dL/dscores in a list. */
export type LossPair<Targets = Labels> = (
  scores: Matrix,
  targets: Targets,
) => readonly [loss: number, dscores: Matrix];

/** What goes into both losses. */
export interface LossInput {
  readonly kind: TargetKind;
  readonly scores: Matrix;
  readonly targets: Matrix;
  /** Other scores, with the same targets. */
  readonly other: () => Matrix;
}

/** A loss function of either form. */
export type AnyLoss = (scores: Matrix, targets: never) => unknown;

/** The facts of a loss function. */
export function* lossFacts(loss: AnyLoss, { kind, scores, targets, other }: LossInput): Generator<Fact> {
  const own = scores.copy();
  const copy = targets.copy();
  const given = asTargets(kind, copy);
  const { loss: value, gradient } = evaluate(loss, own, given);
  yield { what: "result", name: "the loss", value };
  yield { what: "input-gradient", name: "dL/dscores", value: gradient, of: "scores" };
  yield { what: "argument-written", name: "scores", value: own };
  const left = "data" in given ? copy : copy.map((_, i) => (given as ArrayLike<number>)[i] as number);
  yield { what: "argument-written", name: "targets", value: left };
  evaluate(loss, other(), asTargets(kind, targets.copy()));
  yield { what: "overwritten", name: "dL/dscores", value: gradient, of: "scores" };
}

/** Calls a loss, and checks what it returns. */
function evaluate(loss: AnyLoss, scores: Matrix, targets: Labels | Matrix): LossAndGradient {
  const made: unknown = calling("the loss function", () => loss(scores, targets as never));
  const { loss: value, gradient } = Array.isArray(made)
    ? { loss: made[0] as unknown, gradient: made[1] as unknown }
    : (Object(made) as Partial<LossAndGradient>);
  if (value === undefined) misfit("what it returns", made, "{ loss, gradient } or [loss, dscores]");
  if (typeof value !== "number") misfit("the loss", value, "a number");
  return { loss: value, gradient: matrixFrom("the gradient", gradient) };
}
