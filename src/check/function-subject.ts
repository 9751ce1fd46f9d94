import type { Matrix } from "../index.js";
import type { LayerFunctions } from "./layer-functions.js";
import type { Subject } from "./layer-subject.js";
import { calling, matrixFrom, wrongKind } from "./misfit.js";

/** A layer in function form, with these parameters. */
export function functionSubject(
  layer: LayerFunctions,
  names: readonly string[],
  values: readonly Matrix[],
  comparesPredict: boolean,
): Subject {
  const run: Subject["run"] = (x, other) => {
    const made: unknown = calling("forward", () => layer.forward(x, ...values));
    if (!Array.isArray(made)) wrongKind("what forward returns", made, "[out, cache]");
    const y = matrixFrom("the out that forward returns", made[0]);
    // The way back of the first must not take what the second forward pass left.
    const second = other && run(other);
    return {
      y: second ? y.add(second.y) : y,
      back(dy) {
        const copy = dy.copy();
        const first = gradientsFrom(
          calling("backward", () => layer.backward(dy, made[1])),
          names,
        );
        const rest = second?.back(copy);
        return first.map((each, i) => (rest && i > 0 ? each.add(rest[i] as Matrix) : each));
      },
    };
  };
  const predict = (x: Matrix) => {
    return matrixFrom(
      "what predict returns",
      calling("predict", () => layer.predict?.(x, ...values)),
    );
  };
  return { values, state: {}, run, predict: comparesPredict && layer.predict ? predict : undefined };
}

function gradientsFrom(made: unknown, names: readonly string[]): Matrix[] {
  const expected = ["dx", ...names.map((name) => `d${name}`)];
  const isComplete = Array.isArray(made) && made.length === expected.length;
  if (!isComplete) wrongKind("what backward returns", made, `[${expected.join(", ")}]`);
  return expected.map((name, i) => matrixFrom(`${name} of what backward returns`, made[i]));
}
