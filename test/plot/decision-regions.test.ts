import { Dense, Matrix, RandomState, ReLU, ShapeError, sequential, spiral } from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { readFrame } from "./support/frame.js";
import { areaOf, isInside, linesOf, type Point } from "./support/shapes.js";
import { attribute, having, parseSvg, readableText } from "./support/svg-document.js";

const square = {
  x: Matrix.fromRows([
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ]),
  y: [0, 0, 0, 0],
};

/** A function that scores points one by one. */
function scoring(scores: (x: number, y: number) => number[]): (x: Matrix) => Matrix {
  return (points) => Matrix.fromRows(points.toArray().map(([x = 0, y = 0]) => scores(x, y)));
}

/** The regions of a picture: the outlines of each class that wins somewhere. */
function regionsOf(svg: string): Map<number, Point[][]> {
  const paths = having(svg, "data-region");
  return new Map(
    paths.map((path) => [Number(attribute(path, "data-region")), linesOf(attribute(path, "d") ?? "")]),
  );
}

/** The share of the frame that each region covers. */
function shares(svg: string): Record<number, number> {
  const { width, height } = readFrame(svg);
  return Object.fromEntries(
    [...regionsOf(svg)].map(([label, rings]) => [label, areaOf(rings) / (width * height)]),
  );
}

function total(parts: Record<number, number>): number {
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}

const random = new RandomState(0);
const arms = spiral({ classes: 3, pointsPerClass: 50, random });
const network = sequential(new Dense(2, 30, { random }), new ReLU(), new Dense(30, 3, { random }));

describe("the border between two classes", () => {
  test("lies where their scores are equal", () => {
    const svg = decisionRegions(
      scoring((x) => [x - 0.3, 0.3 - x]),
      square,
    );
    const { left, width, x } = readFrame(svg);
    const border = regionsOf(svg)
      .get(1)
      ?.flat()
      .map(([at]) => at)
      .filter((at) => at > left + 0.1);
    // Class 1 has the left: from the frame to x = 0.3.
    expect(border?.length).toBeGreaterThan(1);
    for (const at of border ?? []) expect(Math.abs(at - x(0.3))).toBeLessThan(0.15);
    expect(shares(svg)[0]).toBeCloseTo((left + width - x(0.3)) / width, 3);
  });

  test("follows a slanted line", () => {
    const svg = decisionRegions(
      scoring((x, y) => [y, 0.5 * x + 0.25]),
      square,
    );
    const frame = readFrame(svg);
    const onFrame = ([x, y]: Point) =>
      Math.min(Math.abs(x - frame.left), Math.abs(x - frame.left - frame.width)) < 0.1 ||
      Math.min(Math.abs(y - frame.top), Math.abs(y - frame.top - frame.height)) < 0.1;
    const border =
      regionsOf(svg)
        .get(0)
        ?.flat()
        .filter((point) => !onFrame(point)) ?? [];
    expect(border.length).toBeGreaterThan(50);
    for (const [x, y] of border) {
      const value = -1 + (x - frame.x(-1)) / (frame.x(0) - frame.x(-1));
      expect(Math.abs(y - frame.y(0.5 * value + 0.25))).toBeLessThan(0.2);
    }
  });

  test("can be a circle", () => {
    const svg = decisionRegions(
      scoring((x, y) => [x * x + y * y, 0.64]),
      square,
    );
    const { x, y } = readFrame(svg);
    const radius = x(0.8) - x(0);
    const disc = regionsOf(svg).get(1) ?? [];
    expect(disc).toHaveLength(1);
    for (const [px, py] of disc.flat())
      expect(Math.abs(Math.hypot(px - x(0), py - y(0)) - radius)).toBeLessThan(0.3);
    // The region around it has a hole.
    expect(regionsOf(svg).get(0)).toHaveLength(2);
    expect(total(shares(svg))).toBeCloseTo(1, 3);
  });

  test("is the same line for both regions", () => {
    const svg = decisionRegions(
      scoring((x, y) => [Math.sin(3 * x), y]),
      square,
    );
    const [first, second] = [...regionsOf(svg).values()].map((rings) => new Set(rings.flat().map(String)));
    const { width, height } = readFrame(svg);
    const shared = [...(first as Set<string>)].filter((point) => second?.has(point));
    expect(shared.length).toBeGreaterThan((width + height) / 10);
    expect(first?.size).toBeLessThan(shared.length + 9);
  });
});

describe("the regions", () => {
  test("cover the frame without overlap", () => {
    const svg = decisionRegions(network, arms, { height: 400 });
    expect(regionsOf(svg).size).toBe(3);
    expect(total(shares(svg))).toBeCloseTo(1, 2.3);
  });

  test("end exactly at the frame", () => {
    const svg = decisionRegions(network, arms);
    const { left, top, width, height } = readFrame(svg);
    const corners = [...regionsOf(svg).values()].flat(2);
    expect(Math.min(...corners.map(([x]) => x))).toBeCloseTo(left, 5);
    expect(Math.max(...corners.map(([x]) => x))).toBeCloseTo(left + width, 5);
    expect(Math.min(...corners.map(([, y]) => y))).toBeCloseTo(top, 5);
    expect(Math.max(...corners.map(([, y]) => y))).toBeCloseTo(top + height, 5);
  });

  test("contain the points that the model assigns to them", () => {
    const svg = decisionRegions(network, arms);
    const { x, y } = readFrame(svg);
    const regions = regionsOf(svg);
    const scores = network.predict(arms.x);
    const predicted = scores.argmax(1);
    scores.toArray().forEach((row, i) => {
      const [best = 0, next = 0] = [...row].sort((a, b) => b - a);
      if (best - next < 0.05) return; // too close to a border
      const place: Point = [x(arms.x.get(i, 0)), y(arms.x.get(i, 1))];
      for (const [label, rings] of regions) expect(isInside(place, rings)).toBe(label === predicted[i]);
    });
  });

  test("leave no gap where many classes meet", () => {
    const sectors = 6;
    const towards = Array.from({ length: sectors }, (_, j) => (2 * Math.PI * (j + 0.3)) / sectors);
    const svg = decisionRegions(
      scoring((x, y) => towards.map((angle) => x * Math.cos(angle) + y * Math.sin(angle))),
      square,
    );
    expect(total(shares(svg))).toBeCloseTo(1, 2.3);
    const frame = readFrame(svg);
    const [x, y] = [frame.x(0), frame.y(0)];
    const squares = having(svg, "data-junction").flatMap((path) =>
      [...(attribute(path, "d") ?? "").matchAll(/M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)/g)].map((match) =>
        match.slice(1).map(Number),
      ),
    );
    const covered = (px: number, py: number) =>
      squares.some(
        ([left = 0, top = 0, w = 0, h = 0]) =>
          px >= left - 0.05 && px <= left + w + 0.05 && py >= top - 0.05 && py <= top + h + 0.05,
      );
    const regions = [...regionsOf(svg).values()];
    for (let dx = -5; dx <= 5; dx += 0.25) {
      for (let dy = -5; dy <= 5; dy += 0.25) {
        const place: Point = [x + dx, y + dy];
        const painted = regions.some((rings) => isInside(place, rings)) || covered(...place);
        // The line around each region, half a pixel wide, covers the rest.
        const near = () =>
          regions.some((rings) =>
            [-0.4, 0.4].some(
              (d) => isInside([place[0] + d, place[1]], rings) || isInside([place[0], place[1] + d], rings),
            ),
          );
        expect(painted || near(), `a gap at ${place}`).toBe(true);
      }
    }
  });

  test("of two classes have no junctions", () => {
    expect(
      having(
        decisionRegions(
          scoring((x, y) => [Math.sin(3 * x), y]),
          square,
        ),
        "data-junction",
      ),
    ).toEqual([]);
  });

  test("of a single class fill the frame", () => {
    expect(
      shares(
        decisionRegions(
          scoring(() => [0]),
          square,
        ),
      ),
    ).toEqual({ 0: 1 });
  });

  test("leave out a class that wins nowhere, but the legend names it", () => {
    const svg = decisionRegions(
      scoring((x) => [x, -9, -x]),
      square,
    );
    expect([...regionsOf(svg).keys()]).toEqual([0, 2]);
    expect(readableText(svg)).toContain("class 1");
  });

  test("belong to the first of equal scores, as in accuracy", () => {
    expect(
      shares(
        decisionRegions(
          scoring(() => [3, 7, 7, 7]),
          square,
        ),
      ),
    ).toEqual({ 1: 1 });
  });

  test("have their border at the edge of an area of equal scores", () => {
    const parts = shares(
      decisionRegions(
        scoring((x) => [0, Math.max(0, x)]),
        square,
      ),
    );
    expect(parts[0]).toBeCloseTo(0.5, 2);
    expect(parts[1]).toBeCloseTo(0.5, 2);
  });

  test("are not drawn if they are too thin to be seen", () => {
    const atTheEdge = (points: Matrix) => {
      const edge = points.max(0).get(0, 0);
      return Matrix.fromRows(points.toArray().map(([x = 0]) => [x < edge ? -1 : 1e-9, 0]));
    };
    expect(shares(decisionRegions(atTheEdge, square))).toEqual({ 1: 1 });
  });

  test.each([
    ["a slope", (x: number) => x / 1.5],
    ["a step", (x: number) => Math.sign(x) || 1],
  ])("are the same for huge scores as for small ones: %s", (_, score) => {
    const regions = (size: number) =>
      decisionRegions(
        scoring((x) => [size * score(x), -size * score(x)]),
        square,
      );
    expect(regions(1.7e308)).toBe(regions(1));
  });
});

test("a predictor that changes its argument does not move the points", () => {
  const inPlace = (x: Matrix) => x.addInPlace(9);
  const data = { ...square, x: Matrix.fromRows(square.x.toArray()) };
  expect(decisionRegions(inPlace, data)).toBe(decisionRegions((x) => x.add(9), square));
  expect(data.x.equals(square.x)).toBe(true);
});

test("a matrix that another thread has sent is refused, with the way to make it one again", () => {
  const way = "made with new Matrix(rows, cols, data)";
  const sent = structuredClone(square) as typeof square;
  expectError(() => decisionRegions((x) => x, sent), TypeError, "decisionRegions: x", way);
  expectError(() => decisionRegions((x) => structuredClone(x) as Matrix, square), TypeError, way);
});

describe("the model", () => {
  test("is anything with a predict method, or a function", () => {
    const expected = decisionRegions(network, arms);
    expect(decisionRegions((x) => network.predict(x), arms)).toBe(expected);
    expect(decisionRegions({ predict: (x: Matrix<number, 2>) => network.predict(x) }, arms)).toBe(expected);
    expect(regionsOf(decisionRegions(new Dense(2, 2, { random }), square)).size).toBeGreaterThan(0);
  });

  test("only predicts, so a training pass is not disturbed", () => {
    const scores = network.forward(arms.x);
    decisionRegions(network, arms);
    expect(() => network.backward(Matrix.zeros(scores.rows, 3))).not.toThrow();
  });

  test("scores the plane from edge to edge of the frame", () => {
    let asked = Matrix.zeros(0, 2) as Matrix;
    const svg = decisionRegions((x) => {
      asked = x;
      return Matrix.zeros(x.rows, 1);
    }, square);
    const { left, top, width, height, x, y } = readFrame(svg);
    const low = asked.min(0);
    const high = asked.max(0);
    expect(x(low.get(0, 0))).toBeCloseTo(left, 0);
    expect(x(high.get(0, 0))).toBeCloseTo(left + width, 0);
    expect(y(low.get(0, 1))).toBeCloseTo(top + height, 0);
    expect(y(high.get(0, 1))).toBeCloseTo(top, 0);
  });
});

test("the points are on top, and the description counts those in the region of their class", () => {
  const svg = decisionRegions(
    scoring((x) => [-x, x]),
    { x: square.x, y: [0, 1, 0, 0] },
  );
  expect(having(svg, "data-points").map(({ children }) => children.length)).toEqual([3, 1]);
  const root = parseSvg(svg);
  expect(root.attributes["aria-label"]).toContain(
    "points: 4, of which 75 % lie in the region of their class",
  );
  expect(svg.indexOf("data-points")).toBeGreaterThan(svg.lastIndexOf("data-region"));
});

test("a line under the title says the accuracy, if there are points", () => {
  const model = scoring((x) => [-x, x]);
  const svg = decisionRegions(model, { x: square.x, y: [0, 1, 0, 0] }, { title: "A split" });
  const lines = readableText(svg);
  expect(lines).toEqual(expect.arrayContaining(["A split", "accuracy 75 % (3 of 4)"]));
  const untitled = decisionRegions(model, { x: square.x, y: [0, 1, 0, 0] });
  expect(readFrame(svg).top).toBeGreaterThan(readFrame(untitled).top);
  expect(readableText(untitled)).toContain("accuracy 75 % (3 of 4)");
  expect(readableText(decisionRegions(model, { x: Matrix.zeros(0, 2), y: [] })).join()).not.toContain("%");
});

test("the legend takes as many names as there are classes", () => {
  const classes = ["left", "right"];
  const model = scoring((x) => [-x, x]);
  expect(readableText(decisionRegions(model, square, { classes }))).toEqual(expect.arrayContaining(classes));
  expectError(
    () => decisionRegions(model, square, { classes: ["left", "right", "up"] }),
    RangeError,
    "decisionRegions: there are 2 classes, classes has 3 names; expected one each",
  );
});

describe("confidence", () => {
  /** The places from which on the plane is paler, from the most certain to the least. */
  const veils = (model: (x: Matrix) => Matrix) =>
    having(decisionRegions(model, square, { confidence: true }), "data-doubt").map((path) =>
      linesOf(attribute(path, "d") ?? ""),
    );

  test("makes the plane paler step by step towards a border", () => {
    const svg = decisionRegions(
      scoring((x) => [-4 * x, 4 * x]),
      square,
    );
    const { x, width, height } = readFrame(svg);
    const bands = veils(scoring((x) => [-4 * x, 4 * x]));
    expect(bands).toHaveLength(5);
    // The probability of the winner is 1 / (1 + exp(-8|x|)), and the doubt 2 (1 - p).
    [0.1, 0.3, 0.5, 0.7, 0.9].forEach((doubt, i) => {
      const half = Math.log(2 / doubt - 1) / 8;
      const share = (x(half) - x(-half)) / width;
      expect(areaOf(bands[i] ?? []) / (width * height)).toBeCloseTo(share, 2);
    });
  });

  test("leaves the plane as it is where the model is certain, be the scores ever so large", () => {
    expect(veils(scoring(() => [1e308, -1e308]))).toEqual([]);
    expect(veils(scoring(() => [7]))).toEqual([]);
  });

  test("makes all of it pale if all scores are equal", () => {
    const [band] = veils(scoring(() => [3, 3, 3]));
    expect(areaOf(band ?? [])).toBeGreaterThan(100_000);
    expect(veils(scoring(() => [3, 3, 3]))).toHaveLength(5);
  });

  test("is not drawn unless asked for", () => {
    const model = scoring((x) => [x, -x]);
    expect(decisionRegions(model, square)).not.toContain("data-doubt");
    expect(decisionRegions(model, square, { confidence: false })).toBe(decisionRegions(model, square));
  });
});

test("without points, the plane goes from -1 to 1 at least", () => {
  const svg = decisionRegions(network, { x: Matrix.zeros(0, 2), y: [] });
  expect(total(shares(svg))).toBeCloseTo(1, 2.3);
  expect(readFrame(svg).yLabels).toEqual(expect.arrayContaining(["−1.0", "1.0"]));
  expect(parseSvg(svg).attributes["aria-label"]).toBe("Decision regions. Classes: 3.");
});

test("equal points have regions around them", () => {
  const svg = decisionRegions(
    scoring((x) => [x, -x]),
    { x: Matrix.zeros(3, 2), y: [0, 0, 1] },
  );
  expect(shares(svg)[0]).toBeCloseTo(0.5, 2);
});

describe("throws", () => {
  const regions = (model: unknown) => () => decisionRegions(model as typeof network, square);
  const returning = (value: (points: Matrix) => unknown) => regions(value);
  const onGrid = (value: (points: Matrix) => unknown) =>
    regions((points: Matrix) => (points.rows === 4 ? Matrix.zeros(4, 2) : value(points)));
  const failures: Failure[] = [
    ["no model", regions(undefined), TypeError, "modelOrPredict is undefined"],
    ["a model without predict", regions({ predict: 5 }), TypeError, "modelOrPredict is an object"],
    ["a class of models", regions(Dense), TypeError, "a model, not a class of models"],
    ["scores in an array", returning(() => [[1, 2]]), TypeError, "predict(x) is"],
    ["no scores", returning(() => undefined), TypeError, "predict(x) is undefined"],
    [
      "too few rows for the points",
      returning(() => Matrix.zeros(1, 2)),
      ShapeError,
      "x is 4 x 2, predict(x) is 1 x 2",
    ],
    ["no column", returning((x) => Matrix.zeros(x.rows, 0)), ShapeError, "at least one column"],
    ["too few rows for the plane", onGrid(() => Matrix.zeros(1, 2)), ShapeError, "predict(x) is 1 x 2"],
    [
      "another number of columns",
      onGrid((x) => Matrix.zeros(x.rows, 3)),
      ShapeError,
      "2 columns, as for the data",
    ],
    [
      "a score that is NaN",
      returning((x) => Matrix.full(x.rows, 2, Number.NaN)),
      RangeError,
      "predict(x)[0, 0] is NaN",
    ],
    [
      "an infinite score",
      onGrid((x) => Matrix.full(x.rows, 2, Number.POSITIVE_INFINITY)),
      RangeError,
      "predict(x)[0, 0] is Infinity",
    ],
    [
      "a label that has no column",
      () => decisionRegions(network, { ...square, y: [0, 1, 2, 3] }),
      RangeError,
      "y[3] is 3",
      "from 0 to 2",
    ],
    ["too few labels", () => decisionRegions(network, { ...square, y: [0] }), ShapeError, "y is 1 x 1"],
    [
      "a model that takes other widths",
      () => decisionRegions(sequential(new Dense(3, 2)) as never, square),
      ShapeError,
      "2 columns",
    ],
    [
      "more classes than the palette has colours",
      returning((x) => Matrix.zeros(x.rows, 17)),
      RangeError,
      "17 classes",
    ],
  ];
  test.each(failures)("for %s", (_, call, kind, ...parts) => expectError(call, kind, ...parts));

  test("whatever the model throws", () => {
    const failure = new Error("the model's own");
    expect(
      regions(() => {
        throw failure;
      }),
    ).toThrow(failure);
  });
});
