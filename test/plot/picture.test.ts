import { Dense, Matrix, RandomState, sequential, spiral } from "spiralnet";
import { decisionRegions, lossCurve, type PictureOptions, scatter } from "spiralnet/plot";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { readFrame } from "./support/frame.js";
import { attribute, everyElement, having, parseSvg, readableText } from "./support/svg-document.js";

const random = new RandomState(1);
const data = spiral({ classes: 3, pointsPerClass: 20, random });
const model = sequential(new Dense(2, 3, { random }));

describe.each<[string, (options?: PictureOptions) => string]>([
  ["scatter", (options) => scatter(data, options)],
  ["decisionRegions", (options) => decisionRegions(model, data, options)],
  ["lossCurve", (options) => lossCurve([3, 1, 2], options)],
])("%s", (name, draw) => {
  test("is well-formed XML and an image to screen readers", () => {
    const root = parseSvg(draw());
    expect(root.name).toBe("svg");
    expect(root.attributes).toMatchObject({
      xmlns: "http://www.w3.org/2000/svg",
      role: "img",
      width: "560",
      height: "480",
    });
    expect(root.children[0]?.name).toBe("title");
    expect(root.children[0]?.text).not.toBe("");
    expect(root.attributes["aria-label"]).toBe(root.children[0]?.text);
  });

  test("has an ink and a paper for dark pages, the other way round", () => {
    const elements = everyElement(parseSvg(draw()));
    const [, dark = ""] = /prefers-color-scheme:dark\){(.*)}$/.exec(
      elements.find((element) => element.name === "style")?.text ?? "",
    ) as RegExpExecArray;
    const rules = [...dark.matchAll(/\.([\w-]+){(fill|stroke):(#\w{6})}/g)];
    expect(rules).toHaveLength(4);
    for (const [, tone, property, color] of rules) {
      const ours = elements.filter((element) => attribute(element, "class") === tone);
      const light = new Set(ours.map((element) => attribute(element, property as string)));
      if (tone !== "spiralnet-grid" || name === "lossCurve") expect(light.size, tone).toBe(1);
      for (const before of light) expect(isLight(color as string)).toBe(!isLight(before as string));
    }
  });

  test("has a title only if one is given", () => {
    expect(readableText(draw({ title: "The title" }))).toContain("The title");
    expect(parseSvg(draw({ title: "The title" })).attributes["aria-label"]).toBe("The title");
    expect(draw({ title: "" })).toBe(draw());
    expect(draw({ title: " " })).toBe(draw());
  });

  test("escapes markup in the title", () => {
    const title = `</title><script>alert("1 & 2 > 0")</script> 'it'`;
    const svg = draw({ title, width: 900 });
    expect(everyElement(parseSvg(svg)).map((element) => element.name)).not.toContain("script");
    expect(readableText(svg)).toContain(title);
    expect(parseSvg(svg).attributes["aria-label"]).toBe(title);
  });

  test("replaces characters that XML can't hold", () => {
    expect(readableText(draw({ title: "a\u0000b\ud800c\uffff" }))).toContain("a\ufffdb\ufffdc\ufffd");
    expect(readableText(draw({ title: "spirals 🌀 è" }))).toContain("spirals 🌀 è");
  });

  test("makes room for a title of several lines", () => {
    const words = "a title with so many words that one line can't hold all of them";
    const lines = readableText(draw({ title: words, width: 400 })).filter(
      (line) => words.includes(line) && line.length > 5,
    );
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(" ")).toContain(words);
    expect(readFrame(draw({ title: words, width: 400 })).top).toBeGreaterThan(
      readFrame(draw({ title: "a" })).top,
    );
  });

  test.each([
    [320, 280],
    [1600, 1200],
    [333.3, 444.4],
  ])("has the size %f x %f, and its frame inside", (width, height) => {
    const svg = draw({ title: "T", width, height });
    const { attributes } = parseSvg(svg);
    expect(attributes).toMatchObject({
      width: `${width}`,
      height: `${height}`,
      viewBox: `0 0 ${width} ${height}`,
    });
    const frame = readFrame(svg);
    expect(frame.left + frame.width).toBeLessThan(width);
    expect(frame.top + frame.height).toBeLessThan(height);
    expect(frame.xLabels.length).toBeGreaterThan(1);
    expect(frame.yLabels.length).toBeGreaterThan(1);
  });

  test("no letter is smaller than 12 pixels", () => {
    const sizes = having(draw({ title: "T" }), "font-size").map(({ attributes }) =>
      Number(attributes["font-size"]),
    );
    expect(Math.min(...sizes)).toBe(12);
  });

  test("names its axes as asked, or not at all", () => {
    const named = draw({ xLabel: "length <cm>", yLabel: "width" });
    expect(readableText(named)).toEqual(expect.arrayContaining(["length <cm>", "width"]));
    expect(readableText(draw({ xLabel: "length" })).length).toBe(readableText(draw()).length);
    expect(readableText(named).join()).not.toMatch(/column|iteration|loss/);
    expect(readFrame(draw({ xLabel: "", yLabel: "" }))).toMatchObject({ left: readFrame(draw()).left });
  });

  test("shortens names of axes that are longer than these", () => {
    const name = `from here ${"on and ".repeat(40)}to there`;
    const lines = readableText(draw({ xLabel: name, yLabel: name }));
    expect(lines.filter((line) => /^from here .+…/.test(line) && line.length < 80)).toHaveLength(2);
  });

  test("takes any text as a colour, but only as an attribute", () => {
    const colors = [`"/><script>`, "var(--a)", "rgb(1 2 3 / 50%)"];
    const elements = everyElement(parseSvg(draw({ colors })));
    const used = elements.flatMap((element) => [attribute(element, "fill"), attribute(element, "stroke")]);
    expect(used).toContain(colors[0]);
    expect(elements.map((element) => element.name)).not.toContain("script");
  });

  test("is the same text each time", () => {
    expect(draw({ title: "T" })).toBe(draw({ title: "T" }));
  });

  describe("throws", () => {
    const wrong = (options: unknown) => () => draw(options as PictureOptions);
    const failures: Failure[] = [
      ["a number for options", wrong(5), TypeError, `${name}: options is 5`],
      ["a list for options", wrong([]), TypeError, `${name}: options is an array of length 0`],
      ["an unknown option", wrong({ colours: [] }), TypeError, `${name}: unknown option "colours"`],
      ["a number for a title", wrong({ title: 5 }), TypeError, `${name}: title is 5`],
      ["a number for the name of an axis", wrong({ yLabel: 5 }), TypeError, `${name}: yLabel is 5`],
      ["no width", wrong({ width: 0 }), RangeError, `${name}: width is 0`],
      ["a negative height", wrong({ height: -5 }), RangeError, `${name}: height is -5`],
      [
        "an infinite width",
        wrong({ width: Number.POSITIVE_INFINITY }),
        RangeError,
        `${name}: width is Infinity`,
      ],
      [
        "a huge height",
        wrong({ height: 1e9 }),
        RangeError,
        `${name}: height is 1000000000`,
        "at most 100000",
      ],
      ["a height that is NaN", wrong({ height: Number.NaN }), RangeError, `${name}: height is NaN`],
      ["a text for a width", wrong({ width: "560" }), TypeError, `${name}: width is "560"`],
      ["a text for colours", wrong({ colors: "red" }), TypeError, `${name}: colors is "red"`],
      ["a number for a colour", wrong({ colors: ["red", 5, "blue"] }), TypeError, `${name}: colors[1] is 5`],
      ["an empty colour", wrong({ colors: ["red", " ", "blue"] }), TypeError, `${name}: colors[1] is " "`],
      ["no colours", wrong({ colors: [] }), RangeError, `${name}: there are `, "colors has 0"],
    ];
    test.each(failures)("for %s", (_, call, kind, ...parts) => expectError(call, kind, ...parts));

    test("for a size that is too small, and says which is enough", () => {
      let needed = "";
      try {
        draw({ title: "T", width: 60, height: 50 });
      } catch (error) {
        needed = (error as Error).message;
      }
      const [, width, height] = /at least (\d+) x (\d+)/.exec(needed) ?? [];
      expect(() => draw({ title: "T", width: Number(width) + 20, height: Number(height) })).not.toThrow();
    });
  });
});

test("150 000 points can be drawn", () => {
  const n = 150_000;
  const many = { x: Matrix.zeros(n, 2), y: new Uint8Array(n) };
  expect(having(scatter(many), "data-points")[0]?.children).toHaveLength(n);
  expect(
    having(
      decisionRegions((x) => x, many),
      "data-points",
    )[0]?.children,
  ).toHaveLength(n);
  expect(lossCurve(new Float64Array(n))).toContain("data-curve");
});

test("pictures of the case study's size stay below 40 kB", () => {
  const many = spiral({ classes: 3, pointsPerClass: 100, random });
  expect(scatter(many).length).toBeLessThan(40_000);
  expect(decisionRegions(model, many).length).toBeLessThan(40_000);
  expect(lossCurve(Matrix.linspace(0, 1, 10_000).map((x) => Math.sin(99 * x)).data).length).toBeLessThan(
    40_000,
  );
});

function isLight(color: string): boolean {
  return Number.parseInt(color.slice(1, 3), 16) > 128;
}
