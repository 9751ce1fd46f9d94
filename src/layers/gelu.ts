import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { Activation } from "./activation.js";
import { logistic } from "./logistic.js";
import { normalCumulative, normalDensity } from "./normal-distribution.js";

/** Which function a {@link GELU} is. */
export interface GELUOptions {
  /** `"tanh"` for the approximation of BERT and GPT-2, `"none"` for the exact function; that if not given. */
  readonly approximate?: "none" | "tanh" | undefined;
}

/** A function that grows from 0 to 1, and its slope. */
interface Gate {
  readonly p: (x: number) => number;
  readonly slope: (x: number) => number;
}

/** Φ(x) and φ(x). */
const exact: Gate = { p: normalCumulative, slope: normalDensity };

/** ½ (1 + tanh u) = σ(2u), which keeps its digits far below 0. */
const byTanh: Gate = {
  p: (x) => logistic(twiceU(x)),
  slope: (x) => {
    const steepness = logistic(twiceU(x)) * logistic(-twiceU(x)); // σ′ = σ(2u) σ(−2u)
    // Far from 0 it vanishes, and the inner slope may be infinite.
    return steepness === 0 ? 0 : Math.sqrt(8 / Math.PI) * (1 + 3 * CUBIC * x * x) * steepness;
  },
};

const CUBIC = 0.044715;

/** 2u = √(8/π) (x + 0.044715 x³) */
function twiceU(x: number): number {
  return Math.sqrt(8 / Math.PI) * (x + CUBIC * x * x * x);
}

/**
 * The Gaussian error linear unit: y = x·Φ(x), dy/dx = Φ(x) + x·φ(x), with Φ(x) = ½ (1 + erf(x/√2)) the
 * cumulative normal distribution and φ its density. A smooth ReLU with a dip of −0.17 at x = −0.75.
 *
 * With `approximate: "tanh"` ½ (1 + tanh(√(2/π) (x + 0.044715 x³))) takes the place of Φ. Far below 0 both
 * keep their digits, as PyTorch's do not: GELU(−9) is −1.0e-18 here and 0 there.
 *
 * @see Hendrycks and Gimpel, "Gaussian error linear units" (2016), {@link https://arxiv.org/abs/1606.08415}
 * @example
 * ```ts
 * import { GELU, Matrix } from "spiralnet";
 *
 * const x = Matrix.fromRows([[-1000, -1, 0, 1000]]);
 * const gelu = new GELU();
 * gelu.forward(x); // ≈ [[0, -0.1586553, 0, 1000]]
 * gelu.backward(Matrix.full(1, 4, 1), { inputGradient: true });
 * // ≈ [[0, -0.0833155, 0.5, 1]]
 * new GELU({ approximate: "tanh" }).predict(x); // ≈ [[0, -0.1588080, 0, 1000]]
 * ```
 */
export class GELU extends Activation {
  override readonly name: string = "GELU";
  /** Which function it is. */
  readonly approximate: "none" | "tanh";
  protected override readonly f: (x: number) => number;
  protected override readonly slope: (x: number) => number;

  /** @throws TypeError if `approximate` is neither `"none"` nor `"tanh"` */
  constructor(options: GELUOptions = {}) {
    super();
    checkOptions("GELU", options, ["approximate"]);
    const { approximate: form = "none" } = options;
    if (form !== "none" && form !== "tanh") wrongType("GELU: approximate", form, '"none" or "tanh"');
    const gate = form === "tanh" ? byTanh : exact;
    this.approximate = form;
    this.f = (x) => x * gate.p(x);
    this.slope = (x) => gate.p(x) + x * gate.slope(x);
  }
}
