import { expect, test } from "vitest";
import { takeCode } from "../../scripts/translations/take-code.js";

const page = (...code: string[]) => ["Text.", "```ts", ...code, "```", "More."].join("\n");

test("a translation takes the code and keeps its remarks", () => {
  const english = page("const a = 2; // => 2", "// a third", "a / 3; // ≈ 0.6667");
  const chinese = page("const a = 1; // => 1", "a / 3; // 三分之一");
  expect(takeCode(chinese, english)).toBe(page("const a = 2; // => 2", "// 三分之一", "a / 3; // ≈ 0.6667"));
});

test("code with a dollar is taken as it is", () => {
  expect(takeCode(page("x;"), page("`$&`;"))).toBe(page("`$&`;"));
});

test("a translation that lacks a block or a remark is refused", () => {
  expect(() => takeCode(page("a;"), `${page("a;")}\n${page("b;")}`)).toThrow(
    "has 1 blocks of code; expected 2",
  );
  expect(() => takeCode(page("a;"), page("a; // why"))).toThrow("has 0 remarks; expected 1");
});
