import { wrongType } from "../errors/wrong.js";
import { type Optimizer, parameter } from "../index.js";
import { type Observed, observe } from "./fact.js";
import { type OptimizerInput, optimizerFacts, updateFacts } from "./optimizer-facts.js";
import type { OptimizerFunctions, OptimizerMaker } from "./optimizer-functions.js";
import { madeBy, Thrown } from "./thrown.js";
import { Refused, type Trial } from "./trial.js";

/** An optimizer beside the one that it should be like. */
export function optimizerTrial(mine: OptimizerMaker | OptimizerFunctions, like: OptimizerMaker): Trial {
  let name = "like";
  return {
    like: () => name,
    movable: () => false,
    // The other parameter does not matter, nor does what comes later.
    shows({ what, place }, name) {
      const [, parameter, step] = /^d?([wb]) .*?(\d+)/.exec(place) ?? [];
      if (what === "passes-differ" || parameter === undefined) return true;
      const [, at = 0] = /(\d+)/.exec(name) ?? [];
      return name.replace(/^d/, "")[0] === parameter && Number(at) <= Number(step);
    },
    refusals: () => [],
    run([rows, cols, steps], draw) {
      const input: OptimizerInput = {
        values: [
          ["w", draw("w", rows, cols)],
          ["b", draw("b", 1, cols)],
        ],
        steps,
        gradient: (name, { rows, cols }, step) => draw(`d${name} in step ${step}`, rows, cols),
      };
      const { facts, failure } = observeMade("like", like, input, (optimizer) => {
        name = optimizer.name ?? "like";
      });
      if (failure) throw new Refused(failure.actual);
      const isMaker = typeof mine === "function";
      return {
        like: facts,
        mine: isMaker ? observeMade("mine", mine, input) : observe(updateFacts(mine, input)),
      };
    },
  };
}

/** Makes an optimizer and observes it. */
function observeMade(
  side: "mine" | "like",
  make: OptimizerMaker,
  input: OptimizerInput,
  note?: (optimizer: Optimizer) => void,
): Observed {
  const parameters = input.values.map(([name, value]) => {
    return parameter(name, value, name === "w" ? "weight" : "bias");
  });
  const optimizer = madeBy(() => make(parameters));
  if (optimizer instanceof Thrown) return { facts: [], failure: optimizer.failure };
  if (typeof Object(optimizer).step !== "function") {
    wrongType(`checkOptimizer: what ${side} made`, optimizer, "an optimizer with a method step");
  }
  note?.(optimizer);
  return observe(optimizerFacts(optimizer, parameters, input));
}
