import { pointsPerCorner, splits } from "../points.js";
import type { DataSetup, Setup } from "../setup.js";
import { type Imports, literal, options, unless, wrapped } from "./code.js";

/** Makes `x` and `y`, and `test` if some of so many points are kept for the test. */
export function pointsCode({ seed, data }: Setup, count: number, imports: Imports): string {
  const split = splits(data, count);
  if (data.kind === "own" && !split) return ownPoints(data, imports, "x", "y");

  const generator = `new ${imports.use("RandomState")}(${literal(seed)})`;
  // A generator that draws twice has a name.
  const isNamed = split || data.kind === "blobs";
  const random = isNamed ? "points" : generator;
  const lines = isNamed ? [`const points = ${generator};`] : [];
  if (data.kind === "own") lines.push(ownPoints(data, imports, "inputs", "labels"));
  const all = data.kind === "own" ? "{ x: inputs, y: labels }" : madeBy(data, random, imports);
  if (split) {
    const how = options({ testShare: literal(data.testShare), random, stratify: "true" });
    lines.push(
      `const all = ${all};`,
      `const { training, test } = ${imports.use("trainTestSplit")}(all, ${how});`,
      "const { x, y } = training;",
    );
  } else {
    lines.push(`const { x, y } = ${all};`);
  }
  return lines.join("\n");
}

/** The call that makes the points of a data set. */
function madeBy(data: DataSetup, random: string, imports: Imports): string {
  const { kind, classes, pointsPerClass, noise } = data;
  const points = literal(classes * pointsPerClass);
  const given = {
    spiral: () => ({
      classes: literal(classes),
      pointsPerClass: literal(pointsPerClass),
      noise: unless(0.2, noise),
    }),
    moons: () => ({ points, noise: unless(0, noise) }),
    circles: () => ({ points, noise: unless(0, noise), factor: "0.5" }),
    blobs: () => ({
      points,
      centers: `${random}.uniform(-1, 1, ${literal(classes)}, 2)`,
      deviation: unless(1, noise),
    }),
    xor: () => ({ pointsPerCorner: literal(pointsPerCorner(data)), noise: unless(0, noise) }),
    own: () => ({}),
  }[kind]();
  return `${imports.use(kind)}(${options({ ...given, random })})`;
}

/** One's own points, written out. */
function ownPoints({ own }: DataSetup, imports: Imports, x: string, y: string): string {
  const matrix = imports.use("Matrix");
  if (own.length === 0) return `const ${x} = ${matrix}.zeros(0, 2);\nconst ${y}: number[] = [];`;
  const rows = own.map((point) => `[${literal(point.x)}, ${literal(point.y)}],`);
  const labels = own.map(({ label }) => `${label},`);
  return `const ${x} = ${matrix}.fromRows([\n${wrapped(rows)}\n]);\nconst ${y} = [\n${wrapped(labels)}\n];`;
}
