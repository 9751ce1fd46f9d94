import { blobs, circles, moons, RandomState, regressionPlane, spiral, xor } from "spiralnet";
import { expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

const makers = {
  blobs: (random: RandomState) => blobs({ points: 4, random }),
  circles: (random: RandomState) => circles({ points: 4, random }),
  moons: (random: RandomState) => moons({ points: 4, random }),
  regressionPlane: (random: RandomState) => regressionPlane({ points: 4, random }),
  spiral: (random: RandomState) => spiral({ classes: 2, pointsPerClass: 2, random }),
  xor: (random: RandomState) => xor({ random }),
};
type Name = keyof typeof makers;

/** A generator of somebody else's, with draws of its own. */
const generator = (draws: object) => Object.assign(new RandomState(0), draws);
const nan = () => Number.NaN;

test.each(Object.keys(makers) as Name[])("%s refuses a generator whose normals are NaN", (name) => {
  const problem = `${name}: a random number is NaN; expected a finite number`;
  expectError(() => makers[name](generator({ randn: nan })), RangeError, problem);
});

test.each(["blobs", "regressionPlane"] as const)("%s refuses a generator whose uniforms are NaN", (name) => {
  const problem = `${name}: a random number is NaN; expected a finite number`;
  expectError(() => makers[name](generator({ uniform: nan })), RangeError, problem);
});

test.each(["blobs", "circles", "moons"] as const)(
  "%s takes its points in the order of permutation",
  (name) => {
    const made = (order: number[]) => makers[name](generator({ permutation: () => order }));
    const problem = `${name}: the length of a random permutation is 3; expected 4`;
    expect([...made([3, 2, 1, 0]).y]).toEqual([...made([0, 1, 2, 3]).y].reverse());
    expectError(() => made([0, 1, 2]), RangeError, problem);
  },
);
