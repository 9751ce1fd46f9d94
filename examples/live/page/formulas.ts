import type { Words } from "../words/en.js";
import { fraction, math, over, root, row, slope, sup } from "./math.js";

/** What a kind of layer computes of its input, and how the gradient of its output becomes that of its input. */
interface Formulas {
  forward(): MathMLElement;
  back(): MathMLElement;
  /** What the formulas don't say. */
  note?(words: Words): string;
}

const fromOutput = (factor: MathMLElement): MathMLElement => math`${slope("x")} = ${slope("y")} · ${factor}`;
const deviation = (): MathMLElement => root(row(sup("σ", "2"), "+ ε"));
const standardized = (): MathMLElement => over("x", "^");

const FORMULAS: Readonly<Record<string, Formulas>> = {
  Dense: {
    forward: () => math`z = x W + b`,
    back: () => math`${slope("x")} = ${slope("z")} ${sup("W", "T")}`,
  },
  ReLU: {
    forward: () => math`y = max(0, x)`,
    back: () => fromOutput(row("[x > 0]")),
  },
  LeakyReLU: {
    forward: () => math`y = max(0, x) + a min(0, x)`,
    back: () => fromOutput(row("([x > 0] + a [x ≤ 0])")),
  },
  ELU: {
    forward: () => math`y = max(0, x) + min(0, ${sup("e", "x")} − 1)`,
    back: () => fromOutput(row("min(1,", sup("e", "x"), ")")),
  },
  GELU: {
    forward: () => math`y = x Φ(x)`,
    back: () => fromOutput(row("(Φ(x) + x φ(x))")),
  },
  SiLU: {
    forward: () => math`y = x σ(x)`,
    back: () => fromOutput(row("σ(x) (1 + x (1 − σ(x)))")),
  },
  Softplus: {
    forward: () => math`y = ln(1 + ${sup("e", "x")})`,
    back: () => fromOutput(row("σ(x)")),
  },
  Sigmoid: {
    forward: () => math`y = σ(x) = ${fraction("1", row("1 +", sup("e", "−x")))}`,
    back: () => fromOutput(row("y (1 − y)")),
  },
  Tanh: {
    forward: () => math`y = tanh(x)`,
    back: () => fromOutput(row("(1 −", sup("y", "2"), ")")),
  },
  BatchNorm: {
    forward: () => math`y = γ ${fraction("x − μ", deviation())} + β`,
    back: () => fromOutput(fraction("γ", deviation())),
    note: (words) => words.batchNormNote,
  },
  LayerNorm: {
    forward: () => math`y = γ ${standardized()} + β, ${standardized()} = ${fraction("x − μ", deviation())}`,
    back: () => {
      const bend = row("g −", over("g", "‾"), "−", standardized(), over(row("g", standardized()), "‾"));
      return math`${slope("x")} = ${fraction(bend, deviation())}, g = γ · ${slope("y")}`;
    },
    note: (words) => words.layerNormNote,
  },
  Dropout: {
    forward: () => math`y = x`,
    back: () => math`${slope("x")} = ${slope("y")}`,
    note: (words) => words.dropoutNote,
  },
};

/** The formulas of a layer such as `Dense(2 → 100)`; undefined for one that is not of the page. */
export function formulasOf(layer: string): Formulas | undefined {
  return FORMULAS[layer.replace(/\(.*/, "")];
}

/** The gradient of the scores. */
export function gradientOfScores(): MathMLElement {
  return math`${slope("s")} = p − 1(y)`;
}
