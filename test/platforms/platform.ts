/** A runtime, and a way to use the package there. */
export interface Platform {
  readonly name: string;
  /** Runs a program there and returns its output; throws if it fails. */
  run(): string | Promise<string>;
  /** Throws unless the output is right; without it, the output must be the classifier's published log. */
  check?(output: string): void;
}
