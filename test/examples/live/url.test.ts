import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../examples/live/limits.js";
import { DEFAULT, PRESETS } from "../../../examples/live/presets.js";
import { hashOf, setupFrom } from "../../../examples/live/url.js";
import { en } from "../../../examples/live/words/en.js";
import { zh } from "../../../examples/live/words/zh.js";
import { anySetup } from "./support/setups.js";

describe("a link", () => {
  it("gives back every setup within the limits, to the last bit", () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        expect(setupFrom(hashOf(setup))).toStrictEqual({ setup, notes: [] });
      }),
    );
  });

  it("survives a program that escapes what need not be escaped", () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const escaped = hashOf(setup).replaceAll(",", "%2C").replaceAll(":", "%3A");
        expect(setupFrom(escaped).setup).toStrictEqual(setup);
      }),
    );
  });

  it("needs no escape itself", () => {
    fc.assert(
      fc.property(anySetup, (setup) => {
        const { hash } = new URL(hashOf(setup), "https://example.org/");
        expect(hash).toBe(hashOf(setup));
        expect(hash).not.toMatch(/[%+ ]/);
      }),
    );
  });

  it("says only what is not as usual", () => {
    expect(hashOf(DEFAULT)).toBe("");
    expect(setupFrom("")).toStrictEqual({ setup: DEFAULT, notes: [] });
    const data = { ...DEFAULT.data, classes: 4 };
    const model = { ...DEFAULT.model, hidden: [50, 20] };
    expect(hashOf({ ...DEFAULT, data, model })).toBe("#classes=4&hidden=50,20");
    expect(hashOf(PRESETS.linear)).toBe("#skip=318&hidden=");
  });

  it("holds points of one's own in their order, class by class", () => {
    const own = [
      { x: 0.1, y: -0.2, label: 0 },
      { x: 1, y: 1e-7, label: 0 },
      { x: -0, y: 3, label: 2 },
      { x: 4, y: 5, label: 0 },
    ];
    expect(hashOf({ ...DEFAULT, data: { ...DEFAULT.data, kind: "own", own } })).toBe(
      "#data=own&own=0:0.1,-0.2,1,1e-7_2:-0,3_0:4,5",
    );
  });

  it("has room for as many points as there may be, with all their digits", () => {
    const own = Array.from({ length: LIMITS.ownPoints[1] }, (_, i) => ({
      x: -(Math.PI + i) * 1e-9,
      y: -(Math.E + i) * 1e-9,
      label: i % 3,
    }));
    const setup = { ...DEFAULT, data: { ...DEFAULT.data, own } };
    expect(setupFrom(hashOf(setup))).toStrictEqual({ setup, notes: [] });
  });
});

describe("a link that is wrong", () => {
  it.each([
    ["units", "hidden=1000000", "hidden"],
    ["layers", "hidden=1,1,1,1,1,1,1", "hidden"],
    ["no units", "hidden=0", "hidden"],
    ["half a unit", "hidden=1.5", "hidden"],
    ["an empty layer", "hidden=5,,5", "hidden"],
    ["points", "points=1e9", "points"],
    ["not a number", "rate=NaN", "rate"],
    ["an infinity", "rate=Infinity", "rate"],
    ["a number that overflows", "rate=1e999", "rate"],
    ["hexadecimal", "seed=0x10", "seed"],
    ["a seed below 0", "seed=-1", "seed"],
    ["half a seed", "seed=0.5", "seed"],
    ["nothing", "noise=", "noise"],
    ["a space", "noise= 1", "noise"],
    ["a share above a half", "test=0.6", "test"],
    ["all dropped", "dropout=1", "dropout"],
    ["a method of every object as a choice", "optimizer=toString", "optimizer"],
    ["the prototype as a choice", "activation=__proto__", "activation"],
    ["another case", "activation=relu", "activation"],
    ["a broken escape", "data=%E0%A4%A", "data"],
    ["a point without y", "own=0:1", "own"],
    ["a point with a third coordinate", "own=0:1,2,3", "own"],
    ["a point without a class", "own=1,2", "own"],
    ["a class that can't be", "own=8:1,2", "own"],
    ["a far point", "own=0:1e9,0", "own"],
    ["a point that is not a number", "own=0:NaN,0", "own"],
    ["an empty group", "own=0:1,2_", "own"],
  ])("gives the usual value instead of %s", (_, part, key) => {
    const { setup, notes } = setupFrom(`#${part}`);
    expect(setup).toStrictEqual(DEFAULT);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ problem: "invalid", key });
    expect(notes[0]?.message(en.link)).toMatch(/; expected .+\. It was not used\.$/);
  });

  it("refuses more points than there may be", () => {
    const text = Array.from({ length: LIMITS.ownPoints[1] + 1 }, () => "1,2").join(",");
    expect(setupFrom(`#own=0:${text}`)).toMatchObject({ setup: DEFAULT, notes: [{ problem: "invalid" }] });
  });

  it("leaves the other values as they are said", () => {
    const { setup, notes } = setupFrom("#seed=7&rate=oops&batch=32");
    expect(setup).toStrictEqual({ ...DEFAULT, seed: 7, training: { ...DEFAULT.training, batchSize: 32 } });
    expect(notes.map(({ message }) => message(en.link))).toEqual([
      "The link says rate=oops; expected a number from 0 to 1000000. It was not used.",
    ]);
  });

  it.each(["__proto__=1", "constructor=1", "toString", "=", "=1", "%", "seed"])(
    "does nothing with %s and says so",
    (part) => {
      const { setup, notes } = setupFrom(`#${part}`);
      expect(setup).toStrictEqual(DEFAULT);
      expect(notes).toHaveLength(1);
      expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
    },
  );

  it("uses the first of two values", () => {
    const { setup, notes } = setupFrom("#seed=1&seed=2");
    expect(setup.seed).toBe(1);
    expect(notes).toMatchObject([{ problem: "twice", key: "seed" }]);
  });

  it("is not read if it is too long", () => {
    const { setup, notes } = setupFrom(`#own=${"0".repeat(200_000)}`);
    expect(setup).toBe(DEFAULT);
    expect(notes).toMatchObject([{ problem: "too-long", key: "" }]);
  });

  it("can't flood the page with notes", () => {
    const { notes } = setupFrom(`#${"x&".repeat(10_000)}`);
    expect(notes).toHaveLength(10);
    const [note] = setupFrom(`#${"x".repeat(10_000)}`).notes;
    expect(note?.message(en.link).length).toBeLessThan(200);
  });

  it("has two classes where a data set has two", () => {
    expect(setupFrom("#data=moons")).toMatchObject({ setup: { data: { classes: 2 } }, notes: [] });
    const { setup, notes } = setupFrom("#data=xor&classes=5");
    expect(setup.data.classes).toBe(2);
    expect(notes).toMatchObject([{ problem: "conflict", key: "classes" }]);
  });

  it("leaves out points of classes that there are not", () => {
    const { setup, notes } = setupFrom("#data=own&classes=2&own=0:1,2_2:3,4_1:5,6");
    expect(setup.data.own).toEqual([
      { x: 1, y: 2, label: 0 },
      { x: 5, y: 6, label: 1 },
    ]);
    expect(notes).toMatchObject([{ problem: "conflict", key: "own" }]);
  });

  it("is explained in Chinese to Chinese readers", () => {
    const { notes } = setupFrom(
      "#seed=1&seed=2&rate=oops&activation=relu&hidden=0&own=9:1&x&data=xor&classes=5",
    );
    expect(notes.map(({ message }) => message(zh.link))).toEqual([
      "链接中 seed 出现了两次，采用第一个。",
      "链接中 rate=oops，应为 0 到 1000000 之间的数，因此未采用。",
      "链接中 activation=relu，应为下列之一：ReLU, LeakyReLU, ELU, GELU, SiLU, Softplus, Sigmoid, Tanh，因此未采用。",
      "链接中 hidden=0，应为形如 100,50 的层，最多 6 层，每层 1 到 128 个单元，因此未采用。",
      "链接中 own=9:1，应为形如 0:0.1,0.2,0.3,0.4_1:0.5,0.6 的点，最多 1000 个，坐标在 -1000 到 1000 之间，因此未采用。",
      "链接中的“x”在这里没有意义。",
      "数据集 xor 有 2 类，而不是 5 类。",
    ]);
  });

  it("gives a setup within the limits, whatever it says", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9=&:_.,e-]{0,60}$/));
    fc.assert(
      fc.property(text, (hash) => {
        const { setup } = setupFrom(`#${hash}`);
        expect(setupFrom(hashOf(setup))).toStrictEqual({ setup, notes: [] });
      }),
    );
  });
});
