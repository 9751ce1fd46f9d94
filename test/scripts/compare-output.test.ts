import { describe, expect, test } from "vitest";
import { numbered, placeOf } from "../../scripts/typedoc/run/chain.js";
import { compareOutput } from "../../scripts/typedoc/run/compare-output.js";

describe("compareOutput", () => {
  test("tells the same output from nearly the same numbers", () => {
    expect(compareOutput("loss 0.245333\nend", "loss 0.245333\nend")).toBe("same");
    expect(compareOutput("loss 0.245333\nend", "loss 0.245336\nend")).toBe("nearly");
    expect(compareOutput("-1.00001e-5", "-1e-5")).toBe("nearly");
  });

  test("finds other numbers and other words", () => {
    expect(compareOutput("loss 0.246", "loss 0.245")).toBe("different");
    expect(compareOutput("loss 1", "cost 1")).toBe("different");
    expect(compareOutput("1 2", "1")).toBe("different");
    expect(compareOutput("loss -1", "loss 1")).toBe("different");
  });
});

test("a chain numbers the lines of its blocks, and finds them again", () => {
  const blocks = numbered([
    { code: "a;\nb;", output: undefined },
    { code: "c;", output: "d\n" },
  ]);
  const places = blocks.flatMap(({ line, code }) =>
    code.split("\n").map((text, i) => [text, placeOf(blocks, line + i)]),
  );
  expect(places.filter(([text]) => text !== "")).toEqual([
    ["a;", { block: 0, line: 1 }],
    ["b;", { block: 0, line: 2 }],
    ["c;", { block: 1, line: 1 }],
  ]);
  expect(placeOf(blocks, 1)).toBeUndefined();
});
