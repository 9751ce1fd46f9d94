import { diagnose, type Matrix, type WrongGradient } from "spiralnet";
import { matrices, matrix } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const right = () => ({ name: "W", value: matrix(), actual: matrix().negate(), expected: matrix() });
const optional = [
  "x",
  "y",
  "outputGradient",
  "penalty",
  "earlier",
  "local",
  "localActual",
  "atOutput",
] as const;

const parts: readonly Argument[] = [
  ["name", () => "W", ["a string", "a very long string"]],
  ...(["value", "actual", "expected"] as const).map((key): Argument => [key, matrix, matrices]),
  ...optional.map((key): Argument => [key, matrix, ["undefined", ...matrices]]),
  ["indices", () => [0, 1, 2], ["undefined", "an empty array", "a frozen array", "an array of getters"]],
  ["tolerance", () => 1e-6, ["undefined", "0.5", "2 ** 40", "2 ** 53"]],
  ["noise", () => 0, ["undefined", "0.5", "2 ** 40", "2 ** 53"]],
  ["parameters", () => [{ name: "W", value: matrix() }], ["undefined", "an empty array"]],
];

export const diagnoses: readonly Entry[] = [
  { name: "diagnose", call: (_random, wrong) => diagnose(wrong), arguments: [["wrong", right]] },
  ...parts.map((part): Entry => {
    const [key] = part;
    return {
      name: `diagnose with parts of its argument: ${key}`,
      subject: matrix,
      observe: (x: Matrix) => x.toArray(),
      call: (_x, value) => diagnose({ ...right(), [key]: value } as WrongGradient),
      arguments: [part],
    };
  }),
];
