import { Matrix } from "../../matrix/matrix.js";
import type { Formula, Mistake } from "../mistake.js";

/** Some rows of xᵀG, or of the sum of G = dL/dy over the rows, that stand for all. */
export const examples: Mistake = ({ isInput, wrong: { x, outputGradient: G } }) => {
  if (!G || isInput || G.rows < 2) return [];
  const { rows } = G;
  const factors = [Matrix.full(rows, 1, 1), ...(x?.rows === rows ? [x] : [])];
  return factors.flatMap((factor) => {
    const of = (start: number, end: number) =>
      factor
        .slice([start, end])
        .transpose()
        .matmul(G.slice([start, end]));
    const all: Formula[] = [];
    for (const [which, first] of [
      ["first", 0],
      ["last", rows - 1],
    ] as const) {
      const others = which === "first" ? of(1, rows) : of(0, rows - 1);
      all.push(
        {
          kind: "one-example",
          gradient: of(first, first + 1),
          message: `is that of the ${which} example alone: sum over all rows of the batch.`,
        },
        {
          kind: "example-missing",
          gradient: others,
          message: `lacks the ${which} example: let the loop over the rows take it in.`,
        },
      );
    }
    return all;
  });
};
