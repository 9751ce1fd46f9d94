import fc from "fast-check";
import { lossCurve } from "spiralnet/plot";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { labelled, readFrame } from "./support/frame.js";
import { linesOf, type Point } from "./support/shapes.js";
import {
  attribute,
  everyElement,
  having,
  numberIn,
  parseSvg,
  readableText,
  type SvgElement,
} from "./support/svg-document.js";

/** The points of each curve. */
function curves(svg: string): Point[][] {
  return having(svg, "data-curve").flatMap((path) => linesOf(attribute(path, "d") ?? ""));
}

describe("a curve", () => {
  test("goes through each loss where the ticks say", () => {
    const losses = [1.1, 0.9, 0.4, 0.7, 0.2];
    const svg = lossCurve(losses);
    const { x, y } = readFrame(svg);
    const [curve = []] = curves(svg);
    expect(curve).toHaveLength(5);
    losses.forEach((loss, i) => {
      expect(curve[i]?.[0]).toBeCloseTo(x(i), 0);
      expect(curve[i]?.[1]).toBeCloseTo(y(loss), 0);
    });
  });

  test("may have iterations of its own", () => {
    const svg = lossCurve([
      { iteration: 0, loss: 3 },
      { iteration: 10, loss: 2 },
      { iteration: 1000, loss: 1 },
    ]);
    const { x } = readFrame(svg);
    expect(curves(svg)[0]?.map(([at]) => at)).toEqual([0, 10, 1000].map((i) => expect.closeTo(x(i), 0)));
  });

  test("is the same from a typed array as from an array", () => {
    expect(lossCurve(Float64Array.of(3, 2, 1))).toBe(lossCurve([3, 2, 1]));
    expect(lossCurve([0, 1, 2].map((iteration) => ({ iteration, loss: 3 - iteration })))).toBe(
      lossCurve([3, 2, 1]),
    );
  });

  test("labels only integers if all iterations are", () => {
    expect(readFrame(lossCurve([3, 2, 1])).xLabels).toEqual(["0", "1", "2"]);
    const halves = [0, 0.5, 1].map((iteration) => ({ iteration, loss: 1 }));
    expect(readFrame(lossCurve(halves)).xLabels).toContain("0.5");
    expect(readFrame(lossCurve(new Float64Array(10_001))).xLabels).toContain("10,000");
  });

  test("of very many losses is short and keeps every spike", () => {
    const losses = Array.from({ length: 100_000 }, (_, i) => 1 + 0.001 * Math.sin(i));
    losses[77_777] = 5;
    losses[33_333] = 0.1;
    const svg = lossCurve(losses);
    const { x, y } = readFrame(svg);
    const [curve = []] = curves(svg);
    expect(curve.length).toBeLessThan(2200);
    const highest = curve.reduce((a, b) => (b[1] < a[1] ? b : a));
    const lowest = curve.reduce((a, b) => (b[1] > a[1] ? b : a));
    expect(highest).toEqual([expect.closeTo(x(77_777), 0), expect.closeTo(y(5), 0)]);
    expect(lowest).toEqual([expect.closeTo(x(33_333), 0), expect.closeTo(y(0.1), 0)]);
    expect(curve.every(([at], i) => i === 0 || at >= (curve[i - 1]?.[0] ?? 0))).toBe(true);
  });

  test.each([2, 1e-5, -3e-200, 1e-320, 0, 1e300])(
    "of equal losses of %d has room above and below",
    (loss) => {
      const svg = lossCurve([loss, loss, loss]);
      const { top, height, yLabels } = readFrame(svg);
      for (const [, y] of curves(svg)[0] ?? []) expect(y).toBeCloseTo(top + height / 2, 0);
      // Losses too small for an axis lie at 0.
      const shown = Math.abs(loss) < 1e-300 ? 0 : loss;
      expect(yLabels.map((text) => labelled({ text }))).toContain(shown);
    },
  );

  test("of one loss is a dot", () => {
    const svg = lossCurve([0.5]);
    const dots = everyElement(parseSvg(svg)).filter(({ name }) => name === "circle");
    expect(dots).toHaveLength(1);
    expect(Number(attribute(dots[0], "cx"))).toBeCloseTo(readFrame(svg).x(0), 0);
    expect(Number(attribute(dots[0], "cy"))).toBeCloseTo(readFrame(svg).y(0.5), 0);
  });

  test.each([[[]], [{}], [{ training: [] }]])("of no losses, %j, is an empty frame", (history) => {
    const svg = lossCurve(history);
    expect(curves(svg)).toEqual([]);
    expect(readFrame(svg).xLabels).toEqual(["0", "1"]);
  });

  test("is described by its beginning and its end", () => {
    const label = parseSvg(lossCurve([1.09695612, 0.9, 0.78611923])).attributes["aria-label"];
    expect(label).toBe("Loss curve: from 1.097 at iteration 0 to 0.7861 at iteration 2.");
    expect(lossCurve([2])).toContain("Loss curve: 2 at iteration 0.");
    expect(lossCurve({ a: [] })).toContain("Loss curve a: no losses.");
    expect(lossCurve({})).toContain("No loss curves.");
  });

  test("is described by the names of its axes if it has them", () => {
    const description = (options: { xLabel?: string; yLabel?: string }) =>
      parseSvg(lossCurve({ ReLU: [0, 1] }, options)).attributes["aria-label"];
    const labels = { xLabel: "input", yLabel: "slope" };
    expect(description(labels)).toBe("Slope, ReLU: from 0 at input 0 to 1 at input 1.");
    expect(description({ xLabel: "epoch" })).toBe("Loss curve ReLU: from 0 at epoch 0 to 1 at epoch 1.");
  });
});

describe("several curves", () => {
  const two = { training: [3, 2, 1], "validation <&>": [3, 2.5, 2] };

  test("have their names in the legend", () => {
    expect(readableText(lossCurve(two))).toEqual(expect.arrayContaining(Object.keys(two)));
    expect(readableText(lossCurve([3, 2, 1]))).not.toContain("");
  });

  test("differ in colour and in dashes", () => {
    const paths = having(lossCurve({ a: [1, 2], b: [2, 3], c: [3, 4], d: [4, 5] }), "data-curve");
    expect(new Set(paths.map((path) => attribute(path, "stroke"))).size).toBe(4);
    expect(new Set(paths.map((path) => attribute(path, "stroke-dasharray"))).size).toBe(4);
  });

  test("share the axes, and leave room for the legend", () => {
    const svg = lossCurve(two);
    const { x, y, width } = readFrame(svg);
    expect(curves(svg)[1]?.at(-1)).toEqual([expect.closeTo(x(2), 0), expect.closeTo(y(2), 0)]);
    expect(width).toBeLessThan(readFrame(lossCurve([1])).width - 80);
  });
});

test("a title that is wider than the frame stays in the picture", () => {
  const title = "A title as wide as the picture";
  const history = { "a curve with a long name": [1, 2] };
  const line = everyElement(parseSvg(lossCurve(history, { title, width: 370 }))).find(
    ({ text, name }) => name === "text" && text === title,
  );
  // Letters are about half as wide as they are high.
  const half = (title.length * 16 * 0.5) / 2;
  expect(Number(attribute(line, "x")) - half).toBeGreaterThan(0);
  expect(Number(attribute(line, "x")) + half).toBeLessThan(370);
});

describe("a logarithmic scale", () => {
  test("gives each power of ten the same height", () => {
    const svg = lossCurve([100, 10, 1, 0.1, 0.01], { scale: "log" });
    const heights = (curves(svg)[0] ?? []).map(([, y]) => y);
    const steps = heights.slice(1).map((y, i) => y - (heights[i] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 0);
    expect(readFrame(svg).yLabels).toEqual(expect.arrayContaining(["0.01", "0.1", "1", "10", "100"]));
  });

  test.each([
    ["within a decade", [0.94, 0.9, 0.86]],
    ["far from powers of ten", [9.4, 9, 8.6]],
    ["over 300 decades", [1e-150, 1, 1e150]],
    ["over 600 decades", [1e-300, 1, 1e300]],
    ["near 0", [1e-299, 1e-300]],
    ["that are equal", [0.5, 0.5]],
    ["that are equal and tiny", [1e-300, 1e-300]],
    ["that are equal and huge", [1e300, 1e300]],
  ])("has labels for losses %s, and the curve inside the frame", (_, losses) => {
    const svg = lossCurve(losses, { scale: "log" });
    const { top, height, yLabels } = readFrame(svg);
    expect(yLabels.length).toBeGreaterThan(1);
    expect(yLabels.map((text) => labelled({ text })).every(Number.isFinite)).toBe(true);
    for (const [, y] of curves(svg)[0] ?? []) {
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(top + height);
    }
  });

  test("has labels in a low picture", () => {
    for (const height of [130, 160, 200, 240]) {
      expect(readFrame(lossCurve([9.4, 8.6], { scale: "log", height })).yLabels).not.toEqual([]);
    }
  });

  test('"linear" is the default', () => {
    expect(lossCurve([3, 1], { scale: "linear" })).toBe(lossCurve([3, 1]));
    expect(lossCurve([3, 2, 1], { scale: "log" })).not.toBe(lossCurve([3, 2, 1]));
  });
});

describe.each(["linear", "log"] as const)("the labels of a %s axis", (scale) => {
  test.each([
    [[2.302584, 2.302581]],
    [[1.0986123, 1.0986122]],
    [[12.345678, 12.345671]],
    [[1, 1 + 1e-11]],
    [[1e-200, 1.000001e-200]],
    [[1e9, 1e9 + 1e-3]],
  ])("differ and are true for losses %j", (losses) => {
    expectTrueLabels(lossCurve(losses, { scale }));
  });

  test("differ and are true for any losses", () => {
    const size = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
    const ratio = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -13, max: 2 }));
    fc.assert(
      fc.property(size, ratio, fc.integer({ min: 130, max: 900 }), (low, [digits, exponent], height) => {
        const losses = [low, Math.min(1e300, low * (1 + digits * 10 ** exponent))];
        expectTrueLabels(lossCurve(losses, { scale, height }));
      }),
    );
  });

  /** The labels must differ, and their numbers must lie where their ticks are. */
  function expectTrueLabels(svg: string): void {
    const ticks =
      having(svg, "text-anchor").find(({ attributes }) => attributes["text-anchor"] === "end")?.children ??
      [];
    expect(ticks.length).toBeGreaterThan(0);
    expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
    // From the lowest tick, to keep the digits of numbers that are nearly equal.
    const lowest = labelled(ticks[0] as SvgElement);
    const along = (tick: SvgElement) =>
      scale === "log" ? Math.log1p((labelled(tick) - lowest) / lowest) : labelled(tick) - lowest;
    const [first, last] = [ticks[0], ticks.at(-1)] as [SvgElement, SvgElement];
    const length = numberIn(first, "y") - numberIn(last, "y");
    for (const tick of ticks) {
      const share = ticks.length > 1 ? along(tick) / along(last) : 0;
      expect(Math.abs(numberIn(first, "y") - share * length - numberIn(tick, "y"))).toBeLessThan(0.5);
    }
  }
});

describe("throws", () => {
  const of =
    (history: unknown, options = {}) =>
    () =>
      lossCurve(history as number[], options);
  const failures: Failure[] = [
    ["no history", of(undefined), TypeError, "lossCurve: history is undefined"],
    ["a text for a history", of("3, 2, 1"), TypeError, 'history is "3, 2, 1"'],
    ["a Promise of a history", of(Promise.resolve([1])), TypeError, "history is an object of type Promise"],
    ["a Map of curves", of(new Map([["a", [1]]])), TypeError, "history is an object of type Map"],
    ["a curve that is not a list", of({ a: 5 }), TypeError, 'history["a"] is 5'],
    ["a loss that is NaN", of([1, Number.NaN]), RangeError, "history[1] is NaN"],
    ["a loss that is infinite", of([Number.POSITIVE_INFINITY]), RangeError, "history[0] is Infinity"],
    ["a text for a loss", of(["1"]), TypeError, 'history[0] is "1"'],
    ["a hole", of(new Array(2)), TypeError, "history[0] is undefined"],
    ["null", of([null]), TypeError, "history[0] is null"],
    ["an entry without a loss", of([{ iteration: 1 }]), TypeError, "history[0].loss is undefined"],
    ["an entry without an iteration", of([{ loss: 1 }]), TypeError, "history[0].iteration is undefined"],
    [
      "a named loss that is NaN",
      of({ a: [{ iteration: 0, loss: Number.NaN }] }),
      RangeError,
      'history["a"][0].loss is NaN',
    ],
    [
      "iterations that go back",
      of([
        { iteration: 5, loss: 1 },
        { iteration: 3, loss: 1 },
      ]),
      RangeError,
      "history[1].iteration is 3",
      "above 5",
    ],
    [
      "losses that would overflow",
      of([1e308, -1e308]),
      RangeError,
      "lossCurve: loss goes from -1e+308 to 1e+308",
    ],
    [
      "a loss too close to 0 for a log scale",
      of([1, 1e-320], { scale: "log" }),
      RangeError,
      "loss on a log scale goes from 1e-320 to 1; expected numbers from 1e-300 to 1e+300",
    ],
    [
      "a loss too large for a log scale",
      of([1e308], { scale: "log" }),
      RangeError,
      "loss on a log scale goes from 1e+308 to 1e+308",
    ],
    [
      "iterations too large for an axis",
      of([{ iteration: 1e308, loss: 1 }]),
      RangeError,
      "iteration goes from 1e+308",
    ],
    ["a loss of 0 on a log scale", of([1, 0], { scale: "log" }), RangeError, "the loss at iteration 1 is 0"],
    [
      "a loss below 0 on a log scale",
      of({ a: [-1] }, { scale: "log" }),
      RangeError,
      'the loss of "a" at iteration 0 is -1',
    ],
    ["an unknown scale", of([1], { scale: "cubic" }), TypeError, 'scale is "cubic"'],
    [
      "more curves than colours",
      of({ a: [1], b: [2] }, { colors: ["red"] }),
      RangeError,
      "2 curves",
      "colors has 1",
    ],
  ];
  test.each(failures)("for %s", (_, call, kind, ...parts) => expectError(call, kind, ...parts));
});
