/** What a kind of layer computes of its input, and how the gradient of its output becomes that of its input. */
interface Formulas {
  readonly forward: string;
  readonly back: string;
}

const FORMULAS: Readonly<Record<string, Formulas>> = {
  Dense: { forward: "z = x W + b", back: "∂L/∂x = ∂L/∂z · Wᵀ" },
  ReLU: { forward: "y = max(0, x)", back: "∂L/∂x = ∂L/∂y · [x > 0]" },
  LeakyReLU: { forward: "y = x if x > 0, else a x", back: "∂L/∂x = ∂L/∂y · (1 if x > 0, else a)" },
  ELU: { forward: "y = x if x > 0, else eˣ − 1", back: "∂L/∂x = ∂L/∂y · (1 if x > 0, else eˣ)" },
  GELU: { forward: "y = x Φ(x)", back: "∂L/∂x = ∂L/∂y · (Φ(x) + x φ(x))" },
  SiLU: { forward: "y = x σ(x)", back: "∂L/∂x = ∂L/∂y · σ(x) (1 + x (1 − σ(x)))" },
  Softplus: { forward: "y = ln(1 + eˣ)", back: "∂L/∂x = ∂L/∂y · σ(x)" },
  Sigmoid: { forward: "y = σ(x) = 1 / (1 + e⁻ˣ)", back: "∂L/∂x = ∂L/∂y · y (1 − y)" },
  Tanh: { forward: "y = tanh(x)", back: "∂L/∂x = ∂L/∂y · (1 − y²)" },
  BatchNorm: {
    forward: "y = γ (x − μ) / √(σ² + ε) + β, μ and σ² as averaged",
    back: "∂L/∂x = ∂L/∂y · γ / √(σ² + ε)",
  },
  LayerNorm: {
    forward: "y = γ x̂ + β, x̂ = (x − mean) / √(var + ε)",
    back: "∂L/∂x = (g − mean(g) − x̂ mean(g x̂)) / √(var + ε), g = γ ∂L/∂y",
  },
  Dropout: { forward: "y = x (drops only in training)", back: "∂L/∂x = ∂L/∂y" },
};

/** The formulas of a layer such as `Dense(2 → 100)`. */
export function formulasOf(layer: string): Formulas {
  const kind = /^\w+/.exec(layer)?.[0] ?? "";
  return FORMULAS[kind] ?? { forward: "", back: "" };
}
