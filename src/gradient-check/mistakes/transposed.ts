import { at, type Mistake } from "../evidence.js";

/** The transpose in the memory of the right matrix: the same shape if it is square, otherwise only as many numbers. */
export const transposed: Mistake = (evidence) => {
  const { name, expected } = evidence.wrong;
  // Only all numbers show it: sampled ones lack their counterparts.
  if (evidence.known.length < expected.data.length || Math.min(...expected.shape) < 2) return undefined;
  const other = expected.transpose();
  const error = evidence.error((i) => at(other, i));
  if (error === undefined) return undefined;
  const isSquare = expected.rows === expected.cols;
  return {
    kind: "transposed",
    message: `The gradient of ${name} is the transpose of the right one${
      isSquare
        ? ": exchange the factors of the product, or transpose it"
        : ", in a matrix of the right shape: transpose it instead of reshaping it"
    }.`,
    evidence: `all ${evidence.known.length} numbers are right with rows and columns exchanged`,
    error,
  };
};
