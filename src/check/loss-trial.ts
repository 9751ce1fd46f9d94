import { type Labels, type LossAndGradient, Matrix } from "../index.js";
import type { Draw, Size } from "./draw.js";
import type { Fact } from "./fact.js";
import { asTargets, drawTargets, type TargetKind } from "./loss-targets.js";
import { calling, matrixFrom, wrongKind } from "./misfit.js";
import { observe, type Trial } from "./observe.js";

/** A loss as cs231n's assignments ask for it: the loss and dL/dscores in a list. */
export type LossPair<Targets = Labels> = (
  scores: Matrix,
  targets: Targets,
) => readonly [loss: number, dscores: Matrix];

/** A loss function of either form. */
export type AnyLoss = (scores: Matrix, targets: never) => unknown;

/** A loss beside the one that it should be like. */
export function lossTrial(mine: AnyLoss, like: AnyLoss, kind: TargetKind): Trial {
  const side = (loss: AnyLoss): Trial["like"] => {
    return (size, source) => observe(source, (draw) => lossFacts(loss, kind, size, draw));
  };
  return { name: () => like.name || "like", like: side(like), mine: side(mine) };
}

function* lossFacts(loss: AnyLoss, kind: TargetKind, [rows, inputs]: Size, draw: Draw): Generator<Fact> {
  const cols = kind === "binary-labels" ? 1 : inputs;
  const scores = draw("scores", rows, cols);
  const targets = drawTargets(kind, rows, cols, draw);
  const given = asTargets(kind, targets);
  const { loss: value, gradient } = evaluate(loss, scores, given);
  yield { what: "result", name: "the loss", value: Matrix.full(1, 1, value) };
  yield { what: "input-gradient", name: "dL/dscores", value: gradient, of: "scores" };
  yield { what: "argument-written", name: "scores", value: scores };
  const left = "data" in given ? given : targets.map((_, i) => given[i] as number);
  yield { what: "argument-written", name: "targets", value: left };
  evaluate(loss, draw("other scores", rows, cols), asTargets(kind, drawTargets(kind, rows, cols, draw)));
  yield { what: "overwritten", name: "dL/dscores", value: gradient, of: "scores" };
}

/** Calls a loss, and checks what it returns. */
function evaluate(loss: AnyLoss, scores: Matrix, targets: Labels | Matrix): LossAndGradient {
  const made: unknown = calling("the loss function", () => loss(scores, targets as never));
  const { loss: value, gradient } = Array.isArray(made)
    ? { loss: made[0] as unknown, gradient: made[1] as unknown }
    : (Object(made) as Partial<LossAndGradient>);
  if (value === undefined) wrongKind("what it returns", made, "{ loss, gradient } or [loss, dscores]");
  if (typeof value !== "number") wrongKind("the loss", value, "a number");
  return { loss: value, gradient: matrixFrom("the gradient", gradient) };
}
