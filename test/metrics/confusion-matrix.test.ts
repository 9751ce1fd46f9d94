import { ConfusionMatrix, confusionMatrix, Matrix, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const scores = Matrix.fromRows([
  [2, 1],
  [0, 3],
  [5, 4],
  [1, 2],
]);
const labels = [0, 1, 1, 1];

test("counts what the rows of each label were taken for", () => {
  const confusion = confusionMatrix(scores, labels);
  expect(confusion).toBeInstanceOf(ConfusionMatrix);
  expect(confusion.counts.toArray()).toEqual([
    [1, 0],
    [1, 2],
  ]);
  expect(confusion.classes).toEqual(["0", "1"]);
});

test("takes a row with equal scores for the first of their classes", () => {
  expect(confusionMatrix(Matrix.zeros(2, 2), [1, 1]).counts.toArray()).toEqual([
    [0, 0],
    [2, 0],
  ]);
});

test("of no rows has no counts", () => {
  expect(confusionMatrix(Matrix.zeros(0, 2), []).counts).toEqual(Matrix.zeros(2, 2));
  expect(confusionMatrix(Matrix.zeros(0, 0), []).counts.shape).toEqual([0, 0]);
});

test("keeps a copy of the names of the classes", () => {
  const classes = ["cat", "dog"];
  const confusion = confusionMatrix(scores, labels, { classes });
  classes[0] = "cow";
  expect(confusion.classes).toEqual(["cat", "dog"]);
});

describe("prints", () => {
  const title = (count: number) =>
    `Confusion matrix of ${count} examples: rows are labels, columns predictions`;

  test("a table with the names of the classes", () => {
    expect(String(confusionMatrix(scores, labels, { classes: ["cat", "elephant"] }))).toBe(
      [title(4), "            cat  elephant", "       cat    1         0", "  elephant    1         2"].join(
        "\n",
      ),
    );
  });

  test("numbers if there are no names", () => {
    expect(String(confusionMatrix(scores, labels))).toBe(
      [title(4), "     0  1", "  0  1  0", "  1  1  2"].join("\n"),
    );
  });

  test("the first and the last of many classes", () => {
    const lines = String(
      confusionMatrix(Matrix.identity(25), Array.from({ length: 25 }).fill(24) as number[]),
    );
    const table = lines.split("\n").map((line) => line.trim().split(/ +/));
    expect(table).toHaveLength(1 + 1 + 21);
    const shown = [..."0123456789", "…", ..."5678901234"].map((digit, i) =>
      i < 11 ? digit : `${i < 16 ? 1 : 2}${digit}`,
    );
    expect(table[1]).toEqual(shown);
    expect(table.slice(2).map(([name]) => name)).toEqual(shown);
    expect(table.at(-1)).toEqual(["24", ...Array(10).fill("1"), "…", ...Array(10).fill("1")]);
  });
});

describe("refuses", () => {
  const withClasses = (classes: unknown) => () =>
    confusionMatrix(scores, labels, { classes: untyped(classes) });
  const failures: Failure[] = [
    [
      "too few names",
      withClasses(["cat"]),
      ShapeError,
      "confusionMatrix: a row of scores is 1 x 2, classes is 1 x 1: one name is needed for each column",
    ],
    ["a name that is a number", withClasses(["cat", 1]), TypeError, "classes[1] is 1; expected a string"],
    ["a hole among the names", withClasses(new Array(2)), TypeError, "classes[0] is undefined"],
    ["a number of classes", withClasses(2), TypeError, "classes is 2; expected an array of strings"],
    [
      "names in place of options",
      () => confusionMatrix(scores, labels, untyped(["cat", "dog"])),
      TypeError,
      "options is an array",
    ],
    [
      "more classes than fit into memory",
      () => confusionMatrix(Matrix.zeros(0, 2 ** 20) as Matrix, []),
      RangeError,
      "confusionMatrix: 1048576 x 1048576 are",
    ],
  ];

  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, "confusionMatrix: ", ...parts);
  });
});
