import type { Formula, Mistake } from "../mistake.js";

/** The parameters of a normalization, y = γ x̂ + β: dL/dγ with x or y for x̂, dL/dx without γ. */
export const scale: Mistake = ({ isInput, x, wrong }) => {
  const { value, expected, y, outputGradient: G, parameters = [] } = wrong;
  if (isInput) {
    const scales = parameters.filter((one) => one.value.rows === 1 && one.value.cols === value.cols);
    return scales.map(({ name, value: gamma }): Formula => {
      const message = `lacks the factor ${name}: multiply dL/dy by it first.`;
      return { kind: "column-factors", gradient: expected.divide(gamma), message };
    });
  }
  const instead = [
    { kind: "taken-at-output", shown: "y dL/dy", of: y },
    { kind: "wrong-formula", shown: "x dL/dy", of: x },
  ] as const;
  return instead.map(({ kind, shown, of }) => ({
    kind,
    gradient: of && G && String(of.shape) === String(G.shape) ? G.multiply(of).sum(0) : undefined,
    message: `is the sum of ${shown} over the rows: sum x̂ dL/dy, with the x̂ that it multiplies.`,
  }));
};
