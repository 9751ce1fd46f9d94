import { gradientCheck, Matrix, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { Shift } from "../../examples/support/shift.js";

const random = new RandomState(0);
const x = new RandomState(1).rand(200, 12);
const make = () => new Shift({ height: 3, width: 4, by: 1, random });

/** A picture of 3 x 4 moved by so many pixels, one by one. */
function moved(picture: number[], down: number, right: number): number[] {
  return picture.map((_, at) => {
    const [row, col] = [Math.floor(at / 4) - down, (at % 4) - right];
    return row >= 0 && row < 3 && col >= 0 && col < 4 ? (picture[row * 4 + col] as number) : 0;
  });
}

describe("Shift", () => {
  test("moves each picture of a batch in one of nine ways, all of which occur", () => {
    const y = make().forward(x).toArray();
    const ways = x.toArray().map((picture, i) => {
      const all = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [down, right] as const));
      return all.findIndex(([down, right]) => `${moved(picture, down, right)}` === `${y[i]}`);
    });
    expect([...new Set(ways)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("leaves pictures as they are in inference", () => {
    expect(make().predict(x).equals(x)).toBe(true);
  });

  test("has the right gradient", () => {
    expect(gradientCheck(make(), x.slice([0, 5])).problems).toEqual([]);
    expect(gradientCheck(make(), Matrix.zeros(2, 12)).passed).toBe(true);
  });
});
