import { observe } from "./fact.js";
import { type AnyLoss, lossFacts } from "./loss-facts.js";
import { drawTargets, type TargetKind } from "./loss-targets.js";
import { Refused, type Trial } from "./trial.js";

/** A loss beside the one that it should be like. */
export function lossTrial(mine: AnyLoss, like: AnyLoss, kind: TargetKind): Trial {
  return {
    like: () => like.name || "like",
    movable: (name) => name.includes("scores"),
    shows: (what, name) => name !== "other scores" || what === "overwritten",
    run([rows, inputs], draw) {
      const cols = kind === "binary-labels" ? 1 : inputs;
      const scores = draw("scores", rows, cols);
      const targets = drawTargets(kind, rows, cols, draw);
      const input = { kind, scores, targets, other: () => draw("other scores", rows, cols) };
      const { facts, failure } = observe(lossFacts(like, input));
      if (failure) throw new Refused(failure.actual);
      return { like: facts, mine: observe(lossFacts(mine, input)) };
    },
  };
}
