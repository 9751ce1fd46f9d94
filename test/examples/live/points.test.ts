import { describe, expect, it } from "vitest";
import { build } from "../../../examples/live/build.js";
import { CHOICES } from "../../../examples/live/choices.js";
import { extentOf, pointList, pointsOf } from "../../../examples/live/points.js";
import { PRESETS } from "../../../examples/live/presets.js";
import { weightsOf } from "./support/weights.js";

const { caseStudy } = PRESETS;
const own = [
  { x: 0.5, y: -3, label: 2 },
  { x: 1, y: 2, label: 0 },
];

describe("the points of a setup", () => {
  it.each([
    ["spiral", 8, 800],
    ["moons", 2, 200],
    ["circles", 2, 200],
    ["blobs", 5, 500],
    ["xor", 2, 200],
  ] as const)("of kind %s are as many as it says, of each class", (kind, classes, count) => {
    const { training } = pointsOf({ seed: 0, data: { ...caseStudy.data, kind, classes } });
    expect(training.x.shape).toEqual([count, 2]);
    for (let label = 0; label < classes; label++) {
      expect(training.y.filter((each) => each === label)).toHaveLength(100);
    }
  });

  it("of one's own are those given, in their order", () => {
    const { training, test } = pointsOf({ seed: 0, data: { ...caseStudy.data, kind: "own", own } });
    expect(pointList(training)).toEqual(own);
    expect(test).toBeUndefined();
  });

  it("are all for training if the share of so few is none or all", () => {
    const data = { ...caseStudy.data, kind: "own", testShare: 0.5 } as const;
    for (const some of [[], own.slice(1)]) {
      expect(pointsOf({ seed: 0, data: { ...data, own: some } })).toMatchObject({
        training: { y: { length: some.length } },
        test: undefined,
      });
    }
    expect(pointsOf({ seed: 0, data: { ...data, own } }).test?.y).toHaveLength(1);
  });

  it("don't change the initial weights", () => {
    const weights = weightsOf(build(caseStudy).model);
    for (const kind of CHOICES.kind) {
      const data = { ...caseStudy.data, kind, own, noise: 0.01, testShare: 0.2 };
      expect(weightsOf(build({ ...caseStudy, data }).model)).toStrictEqual(weights);
    }
  });

  it("have some room around them", () => {
    const data = { ...caseStudy.data, kind: "own", own } as const;
    expect(extentOf(pointsOf({ seed: 0, data }))).toBeCloseTo(3.3, 12);
    expect(extentOf(pointsOf({ seed: 0, data: { ...data, testShare: 0.5 } }))).toBeCloseTo(3.3, 12);
    expect(extentOf(pointsOf({ seed: 0, data: { ...data, own: [] } }))).toBe(1);
  });
});
