import {
  type Computed,
  type GradientCheckOptions,
  Layer,
  type Loss,
  type Matrix,
  type Parameter,
} from "spiralnet";

/** The ten kinds of mistakes, each with what a layer's back, or a loss, does wrong. */
export const MISTAKES = {
  factor: "a constant factor, such as a mean for a sum",
  sign: "the wrong sign",
  zeros: "zeros: never written",
  last: "the last row or column forgotten",
  exchanged: "rows and columns exchanged",
  kept: "kept from the step before",
  overwritten: "overwritten instead of added to",
  output: "taken at the output instead of the input",
  term: "a term or factor missing",
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
  /** The mistake in words, if it is not the one of its row, which has no meaning for this layer. */
  readonly instead?: string;
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
