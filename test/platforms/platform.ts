/** A runtime, and a way to use the package there. */
export interface Platform {
  readonly name: string;
  /** Runs the classifier there and returns its output; throws if it fails. */
  run(): string | Promise<string>;
}
