import type { Matrix } from "../../matrix/matrix.js";
import type { Mistake } from "../mistake.js";

const WRITTEN_IN_Y = "a derivative that is written in y, the result: put y in the place of x.";

/** Something else than the derivative beside dL/dy, in an elementwise layer. */
export const elementwise: Mistake = (evidence) => {
  const { wrong } = evidence;
  const x = evidence.isInput ? wrong.value : undefined;
  const [y, G] = [evidence.alike(wrong.y), evidence.alike(wrong.outputGradient)];
  if (!x || !y || !G) return [];
  const times = (f: (x: number) => number): Matrix => G.multiply(x.map(f));
  return [
    {
      kind: "output-formula",
      gradient: times((x) => x * (1 - x)),
      message: `is dL/dy times x (1 − x), ${WRITTEN_IN_Y}`,
    },
    {
      kind: "output-formula",
      gradient: times((x) => 1 - x * x),
      message: `is dL/dy times (1 − x²), ${WRITTEN_IN_Y}`,
    },
    {
      kind: "wrong-formula",
      gradient: G.maximum(0),
      message: "is dL/dy where dL/dy > 0, and 0 elsewhere: take the mask from x, not from dL/dy.",
    },
    {
      // y = x s(x), as GELU and SiLU: s(x) = y / x
      kind: "term-missing",
      gradient: G.multiply(y).divide(x),
      message: "is dL/dy times y / x: add the other term of the product rule, (u v)′ = u′ v + u v′.",
    },
  ];
};
