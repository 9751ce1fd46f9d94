import {
  type Computed,
  Container,
  Dense,
  Dropout,
  Layer,
  Matrix,
  type Parameter,
  type Pass,
  parameter,
  ReLU,
  ShapeError,
  sequential,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../../support/expect-error.js";
import { back, Hostile, x } from "./support/hostile.js";

describe("what a model is built of", () => {
  const [one, other] = [
    parameter("one", Matrix.zeros(1, 2), "weight"),
    parameter("other", Matrix.zeros(1, 2), "weight"),
  ];
  const shared = { ...plain(other), gradient: one.gradient };
  const identity = (claims: object) => new Hostile((x) => ({ y: x, back }), claims);
  class NoFormulas extends (Layer as unknown as new () => object) {}

  const wrong: [title: string, layer: unknown, ...parts: string[]][] = [
    ["nothing", undefined, "layer 0 is undefined", "expected a layer"],
    ["a function", (x: Matrix) => x, "layer 0 is a function", "expected a layer"],
    ["a class", ReLU, "layer 0 is a class ReLU", "write new ReLU()"],
    ["a list", [new ReLU(), new Tanh()], "layer 0 is an array of length 2", "pass the layers one by one"],
    ["an object", { forward: back, backward: back, predict: back }, "layer 0 is an object", "extends Layer"],
    ["a layer without compute", new NoFormulas(), "layer 0", "has a method compute"],
    ["a name that is a number", identity({ name: 5 }), "layer 0: name is 5; expected a string"],
    ["no state", identity({ state: 5 }), "layer 0 (Hostile): state is 5; expected a plain object"],
    [
      "a state of numbers",
      identity({ state: { mean: 5 } }),
      "layer 0 (Hostile)",
      "state.mean is 5",
      "expected",
    ],
    [
      "a state of nothing",
      identity({ state: { mean: null } }),
      "layer 0 (Hostile)",
      "state.mean is null",
      "expected",
    ],
    ["no parameters", identity({ parameters: null }), "(Hostile): parameters is null; expected an array"],
    ["parameters that are named", identity({ parameters: { one } }), "(Hostile): parameters is an object"],
    ["a parameter of nothing", identity({ parameters: [null] }), "parameter 0 is null; expected a parameter"],
    ["a matrix as parameter", identity({ parameters: [x] }), "parameter 0", "expected a parameter"],
    [
      "a role of its own",
      identity({ parameters: [{ ...plain(one), role: "gain" }] }),
      "the role of one",
      '"gain"',
    ],
    [
      "no gradient",
      identity({ parameters: [{ ...plain(one), gradient: null }] }),
      "the gradient of one is null",
    ],
    ["a shared gradient", identity({ parameters: [one, shared] }), "one and other share numbers"],
    ["a parameter twice", identity({ parameters: [one, one] }), "one and one share numbers"],
    [
      "a value as gradient",
      identity({ parameters: [{ ...plain(one), gradient: one.value }] }),
      "one and one share numbers",
    ],
    [
      "its own forward",
      identity({ forward: back }),
      "(Hostile) overrides forward; expected its formulas in compute",
    ],
    ["its own backward", identity({ backward: back }), "(Hostile) overrides backward"],
    ["its own predict", identity({ predict: back }), "(Hostile) overrides predict"],
  ];

  test.each(wrong)("%s is refused", (_title, layer, ...parts) => {
    expectError(() => sequential(layer as Layer), TypeError, "Sequential: layer 0", ...parts);
    expectError(() => sequential(new Tanh(), sequential(new Tanh(), layer as Layer)), TypeError, "layer 1");
    class Own extends Container {
      protected override compute(x: Matrix): Computed {
        return { y: x, back };
      }
    }
    expectError(() => new Own([layer as Layer]), TypeError, "Own: layer 0", ...parts);
  });

  test("a gradient of another shape than its value is refused", () => {
    const layer = identity({ parameters: [{ ...plain(one), gradient: Matrix.zeros(2, 1) }] });
    expectError(
      () => sequential(layer),
      ShapeError,
      "layer 0 (Hostile)",
      "one is 1 x 2, its gradient is 2 x 1",
    );
  });

  test("a gradient that two layers share is refused at the latest when they run", () => {
    const layers = [identity({ parameters: [one] }), identity({ parameters: [shared] })] as const;
    expectError(() => sequential(...layers).forward(x), TypeError, "0.one and 1.other share numbers");
  });

  test("a value that two layers share with different gradients is refused at the latest when they run", () => {
    const alias = { ...plain(other), value: one.value };
    const layers = [identity({ parameters: [one] }), identity({ parameters: [alias] })] as const;
    expectError(() => sequential(...layers).forward(x), TypeError, "other");
  });

  test("a layer alone is checked too", () => {
    const none = new NoFormulas() as Layer;
    expectError(
      () => none.forward(x),
      TypeError,
      "object of type NoFormulas",
      "expected a layer with a method compute",
    );
    for (const method of ["forward", "predict"] as const) {
      const without = identity({ parameters: null });
      expectError(() => without[method](x), TypeError, `Hostile.${method}: parameters is null`);
      const sharing = identity({ parameters: [one, shared] });
      expectError(() => sharing[method](x), TypeError, `Hostile.${method}: one and other share numbers`);
    }
  });

  test.each(["layers", "parameters"] as const)("the list of a model's %s can't be changed", (list) => {
    const model = sequential(new Dense(3, 3), new Tanh());
    const mutable = model[list] as unknown[];
    const before = [...mutable];
    expect(() => mutable.push(before[0])).toThrow(TypeError);
    expect(() => mutable.splice(0, 1, 5)).toThrow(TypeError);
    expect([...model[list]]).toEqual(before);
  });

  test("the record of a model's state can't be changed", () => {
    const { state } = sequential(new Dropout(0.5)) as { state: Record<string, unknown> };
    const before = { ...state };
    expect(() => Object.assign(state, { mean: 5 })).toThrow(TypeError);
    expect(state).toEqual(before);
  });

  test("the list that a container was made of is none of its business later", () => {
    class Own extends Container {
      protected override compute(x: Matrix, pass: Pass): Computed {
        return pass.run(this.layers[0] as Layer, x);
      }
    }
    const list: Layer[] = [new Dense(3, 3)];
    const model = new Own(list);
    list.length = 0;
    expect(model.forward(x).shape).toEqual([2, 3]);
  });
});

/** The parts of a parameter as fields of a plain object, which can then be changed. */
function plain({ name, value, gradient, role }: Parameter): Parameter {
  return { name, value, gradient, role };
}
