import { type Matrix, type Optimizer, type Parameter, parameter } from "../index.js";
import type { Draw, Size } from "./draw.js";
import type { Fact } from "./fact.js";
import { calling, isMatrix, matrixFrom, wrongKind } from "./misfit.js";
import { observe, type Trial } from "./observe.js";
import type { OptimizerFunctions, OptimizerMaker } from "./optimizer-functions.js";

/** An optimizer beside the one that it should be like. */
export function optimizerTrial(mine: OptimizerMaker | OptimizerFunctions, like: OptimizerMaker): Trial {
  let name = "like";
  const note = (optimizer: Optimizer) => {
    name = optimizer.name;
  };
  return {
    name: () => name,
    like: (size, source) => observe(source, (draw) => factsOfClass(like, size, draw, note)),
    mine: (size, source) =>
      observe(source, (draw) => {
        return typeof mine === "function"
          ? factsOfClass(mine, size, draw)
          : factsOfFunction(mine, size, draw);
      }),
  };
}

/** A parameter before the first step. */
function drawParameter(name: "w" | "b", [rows, cols]: Size, draw: Draw): Parameter {
  return name === "w"
    ? parameter("w", draw("w", rows, cols), "weight")
    : parameter("b", draw("b", 1, cols), "bias");
}

function* factsOfClass(
  make: OptimizerMaker,
  size: Size,
  draw: Draw,
  note?: (optimizer: Optimizer) => void,
): Generator<Fact> {
  const parameters = (["w", "b"] as const).map((name) => drawParameter(name, size, draw));
  const optimizer = make(parameters);
  if (typeof Object(optimizer).step !== "function") {
    wrongKind(`what ${note ? "like" : "mine"} made`, optimizer, "an optimizer");
  }
  note?.(optimizer);
  for (let step = 1; step <= size[2]; step++) {
    for (const { name, gradient } of parameters)
      gradient.assignInPlace(drawGradient(name, gradient, step, draw));
    calling("step", () => optimizer.step());
    for (const each of parameters) yield* factsOfStep(each, step);
  }
  for (const [name, value] of Object.entries(Object(optimizer.state))) {
    if (isMatrix(value)) yield { what: "state", name: `the state ${name}`, value };
  }
}

function* factsOfFunction(optimizer: OptimizerFunctions, size: Size, draw: Draw): Generator<Fact> {
  // One parameter after the other, so that a difference in the first does not depend on the second.
  for (const each of ["w", "b"] as const) {
    const { name, value: first } = drawParameter(each, size, draw);
    let value = first;
    let config: unknown;
    for (let step = 1; step <= size[2]; step++) {
      const gradient = drawGradient(name, value, step, draw);
      const made: unknown = calling("update", () => optimizer.update(value, gradient, config));
      if (!Array.isArray(made)) wrongKind("what update returns", made, "[nextW, config]");
      // A copy: the function may change what it returned in its next step.
      value = matrixFrom("the nextW that update returns", made[0]).copy();
      config = made[1];
      yield* factsOfStep({ name, value, gradient }, step);
    }
  }
}

function drawGradient(name: string, { rows, cols }: Matrix, step: number, draw: Draw): Matrix {
  return draw(`d${name} in step ${step}`, rows, cols);
}

function factsOfStep({ name, value, gradient }: Omit<Parameter, "role">, step: number): Fact[] {
  return [
    { what: "result", name: `${name} after step ${step}`, value },
    { what: "argument-written", name: `d${name} in step ${step}`, value: gradient },
  ];
}
