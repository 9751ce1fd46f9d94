import { Matrix } from "../index.js";
import { observe } from "./fact.js";
import { type AnyLoss, lossFacts } from "./loss-facts.js";
import { asTargets, drawTargets, type TargetKind } from "./loss-targets.js";
import { type Refusal, Refused, type Trial } from "./trial.js";

/** A loss beside the one that it should be like. */
export function lossTrial(mine: AnyLoss, like: AnyLoss, kind: TargetKind): Trial {
  const refusal = (place: string, scores: Matrix, y: Matrix): Refusal => ({
    place,
    input: { scores, y },
    like: () => like(scores.copy(), asTargets(kind, y) as never),
    mine: () => mine(scores.copy(), asTargets(kind, y) as never),
  });
  return {
    like: () => like.name || "like",
    movable: (name) => name.includes("scores"),
    shows: ({ what }, name) => name !== "other scores" || what === "overwritten",
    run([rows, inputs], draw) {
      const cols = kind === "binary-labels" ? 1 : inputs;
      const scores = draw("scores", rows, cols);
      const targets = drawTargets(kind, rows, cols, draw);
      const input = { kind, scores, targets, other: () => draw("other scores", rows, cols) };
      const { facts, failure } = observe(lossFacts(like, input));
      if (failure) throw new Refused(failure.actual);
      return { like: facts, mine: observe(lossFacts(mine, input)) };
    },
    *refusals() {
      if (kind !== "labels") return;
      const scores = Matrix.fromRows([
        [0.5, -1, 2],
        [1, 0, -0.25],
      ]);
      for (const labels of [[-1, 0], [3, 0], [0.5, 0], [0]]) {
        const y = new Matrix(labels.length, 1, Float64Array.from(labels));
        yield refusal(`the labels [${labels.join(", ")}] for 2 rows and 3 columns`, scores, y);
      }
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
        yield refusal(`a score that is ${value}`, scores.copy().set(0, 0, value), Matrix.zeros(2, 1));
      }
    },
  };
}
