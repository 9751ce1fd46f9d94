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
      const hint =
        shown === "y (1 − y)"
          ? " It is the sigmoid's; softmax has this on the diagonal alone, and −yᵢyⱼ beside it."
          : "";
      const message = `is dL/dy times ${shown}, which is not the derivative of this layer.${hint}`;
      return exact(evidence, "wrong-formula", product(of), message);
    }),
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
  const sums = { "dL/dy": G, "x dL/dy": x && alike(x, G) && G.multiply(x), "y dL/dy": y && G.multiply(y) };
  return Object.entries(sums).flatMap(([shown, summed]) => {
    const message = `is the sum of ${shown} over the rows: dL/dy belongs beside what the parameter multiplies (x̂, if it scales).`;
    return summed ? exact(evidence, "wrong-formula", summed.sum(0), message) : [];
  });
};

function alike(a: { shape: readonly number[] }, b: { shape: readonly number[] }): boolean {
  return a.shape[0] === b.shape[0] && a.shape[1] === b.shape[1];
}
