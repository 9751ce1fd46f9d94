import { inspect } from "node:util";
import { Dense, ReLU, sequential } from "spiralnet";
import { expect, test } from "vitest";
import { Double } from "../support/double.js";

test("shows layers, widths and how many parameters there are", () => {
  const model = sequential(new Dense(2, 1000), new ReLU(), new Dense(1000, 3));
  expect(String(model)).toBe(
    [
      "Sequential, 6,003 parameters",
      "  0  Dense  2 -> 1000  3,000 parameters",
      "  1  ReLU                  0 parameters",
      "  2  Dense  1000 -> 3  3,003 parameters",
    ].join("\n"),
  );
  expect(inspect(model)).toBe(String(model));
});

test("calls a layer without a name by its class, and says which widths are not known", () => {
  expect(String(sequential(new Double()))).toBe(
    "Sequential, 0 parameters\n  0  Double  any -> any  0 parameters",
  );
});

test("shows the layers within a layer behind it", () => {
  const model = sequential(sequential(new Dense(2, 4), new ReLU()), new Dense(4, 3));
  expect(String(model).split("\n")).toEqual([
    "Sequential, 27 parameters",
    "  0    Sequential  2 -> 4  12 parameters",
    "  0.0  Dense       2 -> 4  12 parameters",
    "  0.1  ReLU                 0 parameters",
    "  1    Dense       4 -> 3  15 parameters",
  ]);
});

test("a layer alone prints as a line", () => {
  expect(String(new Dense(2, 3))).toBe("Dense 2 -> 3, 9 parameters");
  expect(inspect(new ReLU())).toBe("ReLU, 0 parameters");
});
