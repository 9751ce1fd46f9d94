import { type Parameter, parameter } from "spiralnet";
import { matrices, matrix } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";
import { numbersOf } from "./layers.js";

/** Two parameters, with gradients. */
export function twoParameters(): [Parameter, Parameter] {
  const parameters = [
    parameter("first", matrix(), "weight"),
    { name: "second", role: "weight" as const, value: matrix(), gradient: matrix() },
  ] as const;
  parameters[0].gradient.addInPlace(1);
  return [...parameters];
}

/** Calls f while a part of a parameter is wrong. */
function whileReplaced(of: Parameter, part: keyof Parameter, value: unknown, f: () => unknown): unknown {
  const right = of[part];
  Object.assign(of, { [part]: value });
  try {
    return f();
  } finally {
    Object.assign(of, { [part]: right });
  }
}

/** The parts of a parameter, with what is right there. */
const parts: readonly Argument[] = [
  ["name", () => "other", ["a string", "an empty string", "a very long string"]],
  ["role", () => "bias"],
  ["value", matrix, matrices],
  ["gradient", matrix, matrices],
];

/** What has parameters: nothing but them, or an optimizer. */
interface Subject {
  readonly parameters: readonly [Parameter, Parameter];
}

/** An entry for each part of a parameter that became wrong after the subject was made. */
export function withParts<S extends Subject>(
  name: string,
  subject: () => S,
  observe: (on: S) => unknown,
  call: (on: S) => unknown,
): Entry[] {
  return parts.map((argument) => ({
    name: `${name} with the ${argument[0]} of a parameter replaced`,
    subject,
    observe,
    call: (on: S, value: never) =>
      whileReplaced(on.parameters[1], argument[0] as keyof Parameter, value, () => call(on)),
    arguments: [argument],
  }));
}

/** Entries for a function of parameters. */
export function ofParameters(name: string, f: (parameters: readonly Parameter[]) => unknown): Entry[] {
  return [
    {
      name,
      call: (_random, parameters) => f(parameters),
      arguments: [["parameters", twoParameters, ["an empty array"]]],
    },
    ...withParts(
      name,
      () => ({ parameters: twoParameters() }),
      ({ parameters }) => numbersOf(parameters),
      ({ parameters }) => f(parameters),
    ),
  ];
}
