import { wrongType } from "../errors/wrong.js";
import { type Matrix, type Optimizer, parameter } from "../index.js";
import { type Observed, observe } from "./fact.js";
import { classStepper, functionStepper, type OptimizerInput, optimizerFacts } from "./optimizer-facts.js";
import type { OptimizerFunctions, OptimizerMaker } from "./optimizer-functions.js";
import { madeBy, Thrown } from "./thrown.js";
import { Refused, type Trial } from "./trial.js";

const NAMES = ["w", "b"];

/** An optimizer beside the one that it should be like. */
export function optimizerTrial(mine: OptimizerMaker | OptimizerFunctions, like: OptimizerMaker): Trial {
  let name = "like";
  return {
    like: () => name,
    movable: () => false,
    // The other parameter does not matter, nor does what comes later.
    shows({ place }, input) {
      const [, parameter, step] = /^d?([wb]) .*?(\d+)/.exec(place) ?? [];
      const [, of, at = 0] = /^d?([wb])(?: in step (\d+))?/.exec(input) ?? [];
      return parameter === undefined || (parameter === of && Number(at) <= Number(step));
    },
    run([rows, cols, steps], draw) {
      const input: OptimizerInput = {
        names: NAMES,
        values: [draw("w", rows, cols), draw("b", 1, cols)],
        steps,
        gradient: (name, { rows, cols }, step) => draw(`d${name} in step ${step}`, rows, cols),
      };
      const { facts, failure } = observeMade("like", like, input, (optimizer) => {
        name = optimizer.name ?? name;
      });
      if (failure) throw new Refused(failure.actual);
      if (typeof mine === "function") return { like: facts, mine: observeMade("mine", mine, input) };
      return { like: facts, mine: observe(optimizerFacts(functionStepper(mine, input.values), input)) };
    },
    refusals: () => [],
  };
}

/** Makes an optimizer and observes it. */
function observeMade(
  side: "mine" | "like",
  make: OptimizerMaker,
  input: OptimizerInput,
  note?: (optimizer: Optimizer) => void,
): Observed {
  const parameters = NAMES.map((name, i) => {
    return parameter(name, input.values[i] as Matrix, name === "w" ? "weight" : "bias");
  });
  const optimizer = madeBy(() => make(parameters));
  if (optimizer instanceof Thrown) return { facts: [], failure: optimizer.failure };
  if (typeof Object(optimizer).step !== "function") {
    wrongType(`checkOptimizer: what ${side} made`, optimizer, "an optimizer with a method step");
  }
  note?.(optimizer);
  return observe(optimizerFacts(classStepper(optimizer, parameters), input, optimizer.state));
}
