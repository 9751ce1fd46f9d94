import {
  type Computed,
  type GradientCheckOptions,
  Layer,
  type Loss,
  type Matrix,
  type Parameter,
} from "spiralnet";

/** The ten kinds of mistakes in a layer's way back, or in the gradient of a loss. */
export const MISTAKES = {
  factor: "constant factor",
  sign: "wrong sign",
  zeros: "zeros",
  last: "last row or column forgotten",
  exchanged: "rows and columns exchanged",
  kept: "kept from the step before",
  overwritten: "overwritten, not added",
  output: "taken at the output",
  term: "term missing",
  upstream: "dL/dy ignored",
} as const;

/** One of the ten kinds. */
export type Mistake = keyof typeof MISTAKES;

/** A layer or loss with one mistake, and an input that shows it. */
export interface Seeded {
  /** Makes it anew. */
  subject(): Layer | Loss;
  readonly x: Matrix;
  readonly options?: GradientCheckOptions;
  /** The kinds of diagnosis or problem that name this mistake. */
  readonly kinds: readonly string[];
  /** What its message must say, if the kind alone does not name the mistake. */
  readonly says?: string;
  /** The mistake in words, if it is not plain from its kind. */
  readonly detail?: string;
}

/** All ten mistakes of a layer. */
export type SeededLayer = Readonly<Record<Mistake, Seeded>>;

/** A layer of the function that computes y and the way back from x, as a student writes it. */
export class Written extends Layer {
  constructor(
    override readonly name: string,
    private readonly formulas: (x: Matrix, training: boolean) => Computed,
    override readonly parameters: readonly Parameter[] = [],
    override readonly state: Layer["state"] = {},
  ) {
    super();
  }

  protected override compute(x: Matrix, { training }: { readonly training: boolean }): Computed {
    return this.formulas(x, training);
  }
}
