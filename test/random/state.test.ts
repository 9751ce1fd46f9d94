import * as fc from "fast-check";
import { RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe("the state", () => {
  test("gives the same numbers again when it is restored, even from JSON", () => {
    fc.assert(
      fc.property(seed, fc.nat(700), fc.nat(3), (s, uniforms, normals) => {
        const random = new RandomState(s);
        random.rand(uniforms);
        random.randn(normals);
        const saved = JSON.stringify(random.getState());
        const draw = (from: RandomState) => [
          from.randn(3).toArray(),
          from.rand(400).toArray(),
          from.permutation(9),
        ];
        const first = draw(random);
        const other = new RandomState(s === 0 ? 1 : 0);
        other.randn();
        other.setState(JSON.parse(saved));
        expect(draw(other)).toEqual(first);
      }),
    );
  });

  test("is a copy: the saved state and the generator don't change each other", () => {
    const random = new RandomState(5);
    const saved = random.getState();
    const copy = structuredClone(saved);
    random.randn(1000);
    expect(saved).toEqual(copy);

    random.setState(saved);
    const next = random.rand();
    random.setState(copy);
    (copy.words as number[]).fill(0);
    expect(random.rand()).toBe(next);
    random.setState(saved);
    random.rand(1000);
    expect(saved.words).not.toEqual(random.getState().words);
    random.setState(saved);
    expect(random.rand()).toBe(next);
  });

  test("keeps its spare normal through draws of other kinds", () => {
    const [plain, mixed] = [new RandomState(3), new RandomState(3)];
    const [first, second] = [plain.randn(), plain.randn()];
    expect(mixed.randn()).toBe(first);
    mixed.rand(10);
    mixed.randint(5);
    expect(mixed.randn()).toBe(second);
    expect(mixed.getState().spare).toBeNull();
  });
});

test("the same seed gives the same numbers; another seed, or none, gives others", () => {
  const numbers = (random: RandomState) => random.rand(5).toArray();
  fc.assert(
    fc.property(seed, seed, (a, b) => {
      fc.pre(a !== b);
      expect(numbers(new RandomState(a))).toEqual(numbers(new RandomState(a)));
      expect(numbers(new RandomState(a))).not.toEqual(numbers(new RandomState(b)));
    }),
  );
  expect(numbers(new RandomState())).not.toEqual(numbers(new RandomState()));
});
