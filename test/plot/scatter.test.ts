import { Matrix, RandomState, ShapeError, spiral } from "spiralnet";
import { scatter } from "spiralnet/plot";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { readFrame } from "./support/frame.js";
import { attribute, having, numberIn, readableText } from "./support/svg-document.js";

const three = {
  x: Matrix.fromRows([
    [0, 0],
    [1, 0.5],
    [-1, 2],
  ]),
  y: [0, 0, 1],
};

/** A picture of points of class 0, whose markers are circles. */
function circles(rows: readonly (readonly [number, number])[]) {
  const svg = scatter({ x: Matrix.fromRows(rows), y: rows.map(() => 0) });
  const places = having(svg, "data-points").flatMap(({ children }) =>
    children.map((circle) => [numberIn(circle, "cx"), numberIn(circle, "cy")] as const),
  );
  return { svg, places, frame: readFrame(svg) };
}

describe("the points", () => {
  test("each have a marker, in the group of their class", () => {
    const data = spiral({ classes: 3, pointsPerClass: 100, random: new RandomState(0) });
    const groups = having(scatter(data), "data-points");
    expect(groups.map(({ attributes }) => attributes["data-points"])).toEqual(["0", "1", "2"]);
    expect(groups.map(({ children }) => children.length)).toEqual([100, 100, 100]);
  });

  test("lie where the ticks say", () => {
    const points = [
      [0.1, -0.2],
      [0.9, 0.3],
      [0.4, 0.8],
    ] as const;
    const { places, frame } = circles(points);
    points.forEach(([x, y], i) => {
      expect(places[i]?.[0]).toBeCloseTo(frame.x(x), 0);
      expect(places[i]?.[1]).toBeCloseTo(frame.y(y), 0);
    });
  });

  test("lie inside the frame", () => {
    const { places, frame } = circles([
      [-5, 3],
      [70, -20],
      [12, 8],
    ]);
    for (const [x, y] of places) {
      expect(x).toBeGreaterThan(frame.left + 4);
      expect(x).toBeLessThan(frame.left + frame.width - 4);
      expect(y).toBeGreaterThan(frame.top + 4);
      expect(y).toBeLessThan(frame.top + frame.height - 4);
    }
  });

  test("differ in colour and shape by class", () => {
    const groups = having(
      scatter({ x: Matrix.zeros(16, 2), y: Matrix.linspace(0, 15, 16).data }),
      "data-points",
    );
    const shape = (path: string | undefined) => path?.slice(path.indexOf("m")) ?? "circle";
    const looks = groups.map((group) => ({
      color: attribute(group, "fill"),
      shape: shape(attribute(group.children[0], "d")),
    }));
    expect(new Set(looks.map(({ color }) => color)).size).toBe(16);
    expect(new Set(looks.map(({ shape }) => shape)).size).toBe(7);
    // Dark and light blue may look alike; their shapes do not.
    for (let i = 0; i < 8; i++) expect(looks[i]?.shape).not.toBe(looks[i + 8]?.shape);
  });

  test("may have their labels in a typed array", () => {
    expect(scatter({ ...three, y: Float64Array.of(0, 0, 1) })).toBe(scatter(three));
  });
});

describe("the axes", () => {
  test("have units of equal length if the points spread alike", () => {
    const { frame } = circles([
      [0, 0],
      [3, 1],
    ]);
    expect(frame.x(1) - frame.x(0)).toBeCloseTo(frame.y(0) - frame.y(1), 0);
  });

  test("have their own scales if one column spreads more than four times as far", () => {
    const { frame, places } = circles([
      [0, 0],
      [1, 1000],
    ]);
    const [first, second] = places as [readonly [number, number], readonly [number, number]];
    expect(second[0] - first[0]).toBeGreaterThan(0.8 * frame.width);
    expect(first[1] - second[1]).toBeGreaterThan(0.8 * frame.height);
  });

  test.each<[string, readonly [number, number][]]>([
    ["one point", [[3, 4]]],
    ["equal points", Array.from({ length: 5 }, () => [-2, 0.5])],
    ["a huge point", [[1e200, -1e200]]],
    [
      "points that are as close as numbers can be",
      [
        [1, 0],
        [1 + Number.EPSILON, Number.MIN_VALUE],
      ],
    ],
  ])("have room around %s", (_, rows) => {
    const { places, frame } = circles(rows);
    for (const [x, y] of places) {
      expect(x).toBeCloseTo(frame.left + frame.width / 2, 0);
      expect(y).toBeCloseTo(frame.top + frame.height / 2, 0);
    }
    expect(frame.xLabels.length).toBeGreaterThan(0);
  });

  test("label long numbers with exponents", () => {
    const { frame } = circles([
      [0, 0],
      [4e8, 4e8],
    ]);
    expect(frame.xLabels).toContain("2e+8");
    expect(frame.xLabels).toContain("0");
  });
});

test("without points, the frame is empty and goes from -1 to 1", () => {
  const svg = scatter({ x: Matrix.zeros(0, 2), y: [] });
  expect(having(svg, "data-points")).toEqual([]);
  expect(readFrame(svg).yLabels).toEqual(expect.arrayContaining(["−1.0", "0", "1.0"]));
});

test("the legend beside the frame names each class and shows its marker", () => {
  const svg = scatter({ ...three, y: [0, 2, 2] });
  expect(readableText(svg)).toEqual(expect.arrayContaining(["class 0", "class 1", "class 2"]));
  const { left, width } = readFrame(svg);
  const legend = having(svg, "transform").map((group) => attribute(group, "transform") ?? "");
  expect(legend.some((transform) => Number(/translate\((\d+)/.exec(transform)?.[1]) > left + width)).toBe(
    true,
  );
});

test("the legend takes the names of classes, be there points or not", () => {
  const classes = ["setosa", "versicolor", "<virginica>"];
  const lines = readableText(scatter(three, { classes }));
  expect(lines).toEqual(expect.arrayContaining(classes));
  expect(lines.join()).not.toContain("class 0");
  expectError(
    () => scatter(three, { classes: ["setosa"] }),
    RangeError,
    "scatter: there are 2 classes, classes has 1 names; expected one each",
  );
});

test("the same data give the same text and stay unchanged", () => {
  const before = [three.x.toArray(), [...three.y]];
  expect(scatter(three)).toBe(scatter(three));
  expect([three.x.toArray(), [...three.y]]).toEqual(before);
});

describe("throws", () => {
  const at = (x: number) =>
    Matrix.fromRows([
      [0, 1],
      [2, x],
    ]);
  const failures: Failure[] = [
    ["no data", () => scatter(undefined as never), TypeError, "scatter: data is undefined"],
    ["points in an array", () => scatter({ x: [[0, 0]], y: [0] } as never), TypeError, "scatter: x is"],
    ["no labels", () => scatter({ x: three.x } as never), TypeError, "scatter: y is undefined"],
    [
      "points in space",
      () => scatter({ x: Matrix.zeros(3, 3) as Matrix, y: [0, 0, 0] }),
      ShapeError,
      "x has 3 columns",
    ],
    ["too few labels", () => scatter({ x: three.x, y: [0] }), ShapeError, "x is 3 x 2, y is 1 x 1"],
    ["NaN", () => scatter({ x: at(Number.NaN), y: [0, 0] }), RangeError, "x[1, 1] is NaN"],
    [
      "infinity",
      () => scatter({ x: at(Number.POSITIVE_INFINITY), y: [0, 0] }),
      RangeError,
      "x[1, 1] is Infinity",
    ],
    [
      "numbers that would overflow",
      () => scatter({ x: at(1e308), y: [0, 0] }),
      RangeError,
      "column 1 of x goes from 1 to 1e+308",
    ],
    ["a label below 0", () => scatter({ ...three, y: [0, -1, 0] }), RangeError, "y[1] is -1"],
    ["a fractional label", () => scatter({ ...three, y: [0, 0.5, 0] }), RangeError, "y[1] is 0.5"],
    ["a label that is NaN", () => scatter({ ...three, y: [0, Number.NaN, 0] }), RangeError, "y[1] is NaN"],
    [
      "a label that is a text",
      () => scatter({ ...three, y: [0, "1", 0] as never }),
      TypeError,
      'y[1] is "1"',
    ],
    [
      "more classes than the palette has colours",
      () => scatter({ ...three, y: [0, 16, 0] }),
      RangeError,
      "17 classes",
      "16 colours",
    ],
    [
      "more classes than colours",
      () => scatter(three, { colors: ["red"] }),
      RangeError,
      "2 classes",
      "colors has 1",
    ],
  ];
  test.each(failures)("for %s", (_, call, kind, ...parts) => expectError(call, kind, ...parts));
});
