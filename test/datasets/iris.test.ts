import { iris } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";

const { x, y, classes, features } = iris();
const species = (label: number) => x.slice([50 * label, 50 * (label + 1)]);

test("there are 50 flowers of each species, with four lengths", () => {
  expect(x.shape).toEqual([150, 4]);
  expect([...y]).toEqual(Array.from({ length: 150 }, (_, i) => Math.floor(i / 50)));
  expect(classes).toEqual(["setosa", "versicolor", "virginica"]);
  expect(features).toEqual(["sepal length", "sepal width", "petal length", "petal width"]);
});

test("the means are those of Fisher's table II", () => {
  const means = [
    [5.006, 3.428, 1.462, 0.246],
    [5.936, 2.77, 4.26, 1.326],
    [6.588, 2.974, 5.552, 2.026],
  ];
  for (const [label, expected] of means.entries()) {
    expect(distance(species(label).mean(0), expected)).toBeLessThan(1e-12);
  }
});

test("the squares and products of deviations within setosa and versicolor are those of Fisher's table III", () => {
  const within = [0, 1]
    .map((label) => species(label).subtract(species(label).mean(0)))
    .map((away) => away.transpose().matmul(away));
  const sums = (within[0] as (typeof within)[number]).add(within[1] as (typeof within)[number]);
  expect(sums.map((sum) => Number(sum.toFixed(4))).toArray()).toEqual([
    [19.1434, 9.0356, 9.7634, 3.2394],
    [9.0356, 11.8658, 4.6232, 2.4746],
    [9.7634, 4.6232, 12.2978, 3.8794],
    [3.2394, 2.4746, 3.8794, 2.4604],
  ]);
});

test("rows 35 and 38 are Fisher's, not those of the UCI repository", () => {
  expect(x.selectRows([34, 37]).toArray()).toEqual([
    [4.9, 3.1, 1.5, 0.2],
    [4.9, 3.6, 1.4, 0.1],
  ]);
});

test("each call gives data of its own", () => {
  const own = iris();
  own.x.assignInPlace(0);
  own.y.fill(9);
  expect(iris()).toEqual({ x, y, classes, features });
});
