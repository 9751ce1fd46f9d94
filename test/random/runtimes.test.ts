import { glorotUniform, RandomState, spiral } from "spiralnet";
import { afterEach, describe, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

describe("without a seed", () => {
  test.each([
    ["no crypto", undefined],
    ["a crypto without random values", {}],
  ])("a runtime with %s gets its seed from Math.random", (_title, crypto) => {
    vi.stubGlobal("crypto", crypto);
    const numbers = Array.from({ length: 5 }, () => new RandomState().rand());
    expect(new Set(numbers).size).toBe(5);
  });
});

/** The object and all objects in it behind Proxies, as Vue's `reactive` makes them. */
function reactive<T extends object>(target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      const value = Reflect.get(object, key, receiver);
      const wrapped = typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
      return wrapped ? reactive(value) : value;
    },
  });
}

test("a generator behind a Proxy draws the same numbers, and is taken for a generator", () => {
  const draws = (random: RandomState) => [
    random.rand(3).toArray(),
    random.randn(3).toArray(),
    random.randint(0, 9, 4),
    random.choice(5, 3, { replace: false }),
    random.permutation(6),
    spiral({ classes: 2, pointsPerClass: 3, random }).x.toArray(),
    glorotUniform(2, 3, random).toArray(),
    random.getState(),
  ];
  expect(draws(reactive(new RandomState(3)))).toEqual(draws(new RandomState(3)));
});

test("a RandomState of another copy of the package is taken for a generator", () => {
  const random = new RandomState(0);
  const names = Object.getOwnPropertyNames(RandomState.prototype) as (keyof RandomState)[];
  const foreign = Object.fromEntries(names.map((name) => [name, random[name].bind(random)]));
  const made = spiral({ classes: 2, pointsPerClass: 3, random: foreign as never });
  expect(made).toEqual(spiral({ classes: 2, pointsPerClass: 3, random: new RandomState(0) }));
});
