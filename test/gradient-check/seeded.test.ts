import { readFileSync } from "node:fs";
import { gradientCheck } from "spiralnet";
import { expect, test } from "vitest";
import { type Outcome, outcomes } from "./seeded/outcome.js";
import { rightSubjects } from "./seeded/right-subjects.js";
import { isAccused, seededSection } from "./seeded/table.js";

const all = outcomes();
/** The mistakes of which something is not true. */
const without = (is: (outcome: Outcome) => boolean) =>
  all.filter((one) => !is(one)).map(({ layer, mistake }) => `${layer}, ${mistake}`);

test("of a hundred seeded mistakes, at least 95 are caught", () => {
  expect(all).toHaveLength(100);
  expect(without(({ caught }) => caught).length).toBeLessThanOrEqual(5);
});

test("at least 90 are the first thing that the report names", () => {
  expect(without(({ namedFirst }) => namedFirst).length).toBeLessThanOrEqual(10);
});

test("none of 200 right layers, models and losses is accused", () => {
  const subjects = rightSubjects();
  expect(subjects).toHaveLength(200);
  const accused = subjects.flatMap(({ name, subject, x, options }) => {
    const report = gradientCheck(subject, x, options);
    return isAccused(report) ? [`${name}: ${report}`] : [];
  });
  expect(accused).toEqual([]);
});

test("the page of mistakes holds these results, as scripts/mistakes-table.ts writes them", () => {
  const page = readFileSync(new URL("../../docs/mistakes.md", import.meta.url), "utf8");
  expect(page.endsWith(seededSection())).toBe(true);
});
