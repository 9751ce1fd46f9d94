import * as fc from "fast-check";
import { type Checkpoint, checkpointFromJSON, Dense, type Matrix, ShapeError, stateOf } from "spiralnet";
import { describe, expect, test } from "vitest";
import { anyMatrix } from "../support/arbitraries.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { bits, partsOf, progress, trained } from "./support/training.js";

const untyped = (value: unknown): never => value as never;
const parsed = (checkpoint: Checkpoint) => JSON.parse(JSON.stringify(checkpoint));

test("JSON gives back a checkpoint that writes the same JSON", () => {
  const source = trained();
  const checkpoint = stateOf(source.model, {
    ...partsOf(source),
    progress,
    metadata: { a: 1 },
  });
  const back = checkpointFromJSON(parsed(checkpoint));
  expect(JSON.stringify(back)).toBe(JSON.stringify(checkpoint));
  expect(back).toEqual(checkpoint);
});

test("a matrix in metadata comes back from JSON with every bit", () => {
  fc.assert(
    fc.property(anyMatrix(), (x) => {
      const checkpoint = stateOf(new Dense(1, 1), { metadata: { x } });
      const { matrices } = checkpointFromJSON(parsed(checkpoint));
      expect(bits(matrices["metadata.x"] as Matrix)).toEqual(bits(x));
    }),
  );
});

describe("what is refused", () => {
  const json = () => parsed(stateOf(new Dense(1, 2)));
  const read = (change: (json: Record<string, Record<string, unknown>>) => unknown) => () => {
    const changed = json();
    change(changed);
    checkpointFromJSON(changed);
  };
  const weights = { rows: 1, cols: 2, data: [1, 2] };

  test.each<Failure>([
    [
      "text",
      () => checkpointFromJSON("{}"),
      TypeError,
      'checkpointFromJSON: json is "{}"; expected what JSON.parse returned',
    ],
    ["a list", () => checkpointFromJSON([]), TypeError, "json is an array of length 0"],
    ["a checkpoint itself", () => checkpointFromJSON(stateOf(new Dense(1, 1))), TypeError, "type Matrix"],
    [
      "no matrices",
      read((it) => Reflect.deleteProperty(it, "matrices")),
      TypeError,
      "checkpointFromJSON: matrices is undefined; expected a plain object",
    ],
    [
      "no version",
      read((it) => Reflect.deleteProperty(it, "version")),
      TypeError,
      "checkpointFromJSON: the version is undefined",
    ],
    ["a version in text", read((it) => Object.assign(it, { version: "1" })), TypeError, 'the version is "1"'],
    [
      "a matrix of too few numbers",
      read(({ matrices }) => Object.assign(matrices as object, { weights: { ...weights, rows: 2 } })),
      ShapeError,
      "checkpointFromJSON: matrices, weights: the result is 2 x 2, what is given is 1 x 2",
    ],
    [
      "a matrix with a hole",
      read(({ matrices }) => Object.assign(matrices as object, { weights: { ...weights, data: [1, null] } })),
      TypeError,
      "checkpointFromJSON: matrices, weights: element [0, 1] is null; expected a number",
    ],
    [
      "a matrix of too many rows for any",
      read(({ matrices }) =>
        Object.assign(matrices as object, { weights: { rows: 2 ** 53, cols: 0, data: [] } }),
      ),
      RangeError,
      "checkpointFromJSON: matrices, weights: rows is 9007199254740992",
    ],
    [
      "a name that sets the prototype",
      () =>
        checkpointFromJSON(
          untyped({ version: 1, matrices: JSON.parse('{"__proto__":{"rows":0,"cols":0,"data":[]}}') }),
        ),
      TypeError,
      'checkpointFromJSON: the name of a matrix is "__proto__"',
    ],
  ])("%s", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));
});
