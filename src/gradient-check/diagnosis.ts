/**
 * The name of a usual mistake, for programs:
 *
 * - `zeros`: nothing but 0
 * - `sign`, `factor`: the right gradient times −1, or times another constant
 * - `transposed`: rows and columns exchanged
 */
export type DiagnosisKind = "zeros" | "sign" | "factor" | "transposed";

/** A usual mistake that turns the right gradient into the one given, and so explains all its numbers. */
export interface Diagnosis {
  /** The mistake, for programs. */
  readonly kind: DiagnosisKind;
  /** Whose gradient is wrong: the parameter's name, or `x`. */
  readonly name: string;
  /** The mistake and its cure in a sentence or two. */
  readonly message: string;
  /** The numbers that show it. */
  readonly evidence: string;
  /** How far an element is from what the mistake would give, at most, as a share of the largest element. */
  readonly error: number;
}
