import * as fc from "fast-check";
import { checkpointFromJSON, fromSafetensors, restore, ShapeError, stateOf, toSafetensors } from "spiralnet";
import { expect, test } from "vitest";
import { observed, partsOf, progress, trained, training } from "./support/training.js";

const source = trained();
const checkpoint = stateOf(source.model, {
  ...partsOf(source),
  progress,
  metadata: { classes: ["cat", "dog"] },
});
const right = toSafetensors(checkpoint);
const text = JSON.stringify(checkpoint);

/** Lets only errors of the library's own pass. */
function ownError(error: unknown): void {
  expect([TypeError, RangeError, ShapeError]).toContain((error as Error).constructor);
  expect((error as Error).message).toMatch(
    /^(fromSafetensors|checkpointFromJSON|restore): .*(; expected .|: they must be the same$|elements are needed$)/s,
  );
  expect((error as Error).message.length).toBeLessThan(500);
}

/** Reads something and restores it: with no error, or one of ours that changes nothing. */
function tryToRestore(read: () => ReturnType<typeof fromSafetensors>): void {
  const target = training(2);
  const before = observed(target);
  try {
    restore(target.model, read(), partsOf(target));
  } catch (error) {
    ownError(error);
    expect(observed(target)).toEqual(before);
    return;
  }
  // What was taken is right in form: it can be saved again.
  expect(() => stateOf(target.model, partsOf(target))).not.toThrow();
}

const headerLength = Number(new DataView(right.buffer).getBigUint64(0, true));
const mutation = fc.record({
  at: fc.oneof(fc.nat(8 + headerLength - 1), fc.nat(right.length - 1), fc.nat(16)),
  remove: fc.nat(12),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom('"', "{", "}", "[", "]", ",", ":", "-", "9", "e9", "0.5", "null", '"x":', "\\")
      .map((s) => Buffer.from(s)),
  ),
});

test("changed bytes are a checkpoint or one of our errors", () => {
  fc.assert(
    fc.property(
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (mutations, repairLength) => {
        let bytes = right as Uint8Array;
        for (const { at, remove, insert } of mutations) {
          bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
        }
        // So that a changed header is read to its end.
        if (repairLength && bytes.length >= 8) {
          const length = headerLength + bytes.length - right.length;
          new DataView(bytes.buffer, bytes.byteOffset).setBigUint64(0, BigInt(Math.max(0, length)), true);
        }
        tryToRestore(() => fromSafetensors(bytes));
      },
    ),
    { numRuns: 500 },
  );
});

test("any bytes are a checkpoint or one of our errors", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => tryToRestore(() => fromSafetensors(bytes))),
  );
});

/** Puts `value` in the place of the nth thing within `json`, counted from outside. */
function replaced(json: unknown, counter: { left: number }, value: unknown): unknown {
  if (counter.left-- === 0) return value;
  if (Array.isArray(json)) return json.map((item) => replaced(item, counter, value));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, item]) => [name, replaced(item, counter, value)]),
  );
}

test("changed JSON is a checkpoint or one of our errors", () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(60), fc.nat(2500)), fc.jsonValue(), (place, value) => {
      const json = replaced(JSON.parse(text), { left: place }, value);
      tryToRestore(() => checkpointFromJSON(json));
    }),
    { numRuns: 300 },
  );
});

test("any JSON is a checkpoint or one of our errors", () => {
  fc.assert(fc.property(fc.jsonValue(), (json) => tryToRestore(() => checkpointFromJSON(json))));
});
