import type { Matrix } from "../../matrix/matrix.js";
import { exact, type Mistake } from "../mistake.js";

/** What may stand beside dL/dy by mistake, as a function of an element of x, y and dL/dy. */
type Factor = readonly [shown: string, of: (x: number, y: number, g: number) => number];

/** Derivatives that are right if y is put in the place of x. */
const meantForOutput: readonly Factor[] = [
  ["x (1 − x)", (x) => x * (1 - x)],
  ["(1 − x²)", (x) => 1 - x * x],
];

const others: readonly Factor[] = [
  ["y (1 − y)", (_, y) => y * (1 - y)],
  ["(1 − y²)", (_, y) => 1 - y * y],
  ["(1 + y²)", (_, y) => 1 + y * y],
  ["(1 − y)²", (_, y) => (1 - y) ** 2],
  ["y²", (_, y) => y * y],
  ["y", (_, y) => y],
  ["(1 − y)", (_, y) => 1 - y],
  ["x", (x) => x],
  ["(1 where x < 0)", (x) => Number(x < 0)],
  ["(1 where x > 0)", (x) => Number(x > 0)],
  ["(1 where dL/dy > 0)", (_x, _y, g) => Number(g > 0)],
  ["(1 where both x and dL/dy > 0)", (x, _y, g) => Number(x > 0 && g > 0)],
];

/** The derivative of another function than the layer's, or a derivative in y that got x. */
export const wrongFormula: Mistake = (evidence) => {
  const { wrong } = evidence;
  const [x, y] = [evidence.alike(evidence.x), evidence.alike(wrong.y)];
  const G = evidence.alike(wrong.outputGradient);
  if (!G || !x || !y) return [];
  const product = (of: Factor[1]) => G.map((g, row, col) => g * of(x.get(row, col), y.get(row, col), g));
  return [
    ...meantForOutput.flatMap(([shown, of]) => {
      const message = `is dL/dy times ${shown}, a derivative that is written in y, the result: put y in the place of x.`;
      return exact(evidence, "output-formula", product(of), message);
    }),
    ...others.flatMap(([shown, of]) => {
      const message = `is dL/dy times ${shown}, which is not the derivative of this layer.`;
      return exact(evidence, "wrong-formula", product(of), message);
    }),
  ];
};

/** One of the terms of the derivative of y = x s(x) is missing: s(x) = y / x, or x s′(x). */
export const productRule: Mistake = (evidence) => {
  const { wrong } = evidence;
  const [x, y] = [evidence.alike(evidence.x), evidence.alike(wrong.y)];
  const G = evidence.alike(wrong.outputGradient);
  if (!G || !x || !y) return [];
  const first = G.multiply(y).divide(x);
  const message = "lacks a term of the product rule, (u v)′ = u′ v + u v′: it has";
  return [
    ...exact(evidence, "term-missing", first, `${message} dL/dy times y / x alone.`),
    ...exact(
      evidence,
      "term-missing",
      wrong.expected.subtract(first),
      `${message} all but dL/dy times y / x.`,
    ),
  ];
};

/** f′(y) instead of f′(x). */
export const takenAtOutput: Mistake = (evidence) =>
  exact(
    evidence,
    "taken-at-output",
    evidence.wrong.atOutput,
    "has the derivative of the layer at y, its result, instead of at x: keep x for the way back.",
  );

/** The sum over the rows of something else than what the parameter is multiplied by. */
export const wrongSum: Mistake = (evidence) => {
  const { x } = evidence;
  const { y, outputGradient: G } = evidence.wrong;
  if (!G) return [];
  const products = [
    { kind: "wrong-formula", shown: "dL/dy", of: G },
    { kind: "wrong-formula", shown: "x dL/dy", of: x && isAlike(x, G) ? G.multiply(x) : undefined },
    { kind: "taken-at-output", shown: "y dL/dy", of: y && G.multiply(y) },
  ] as const;
  return products.flatMap(({ kind, shown, of }) => {
    const message =
      `is the sum of ${shown} over the rows: dL/dy belongs beside what the parameter multiplies (x̂, if it ` +
      "scales).";
    return exact(evidence, kind, of?.sum(0), message);
  });
};

function isAlike(a: Matrix, b: Matrix): boolean {
  return a.rows === b.rows && a.cols === b.cols;
}
