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

test("names a layer without a name for its class, and widths that are not known", () => {
  expect(String(sequential(new Double()))).toBe(
    "Sequential, 0 parameters\n  0  Double  any -> any  0 parameters",
  );
});
