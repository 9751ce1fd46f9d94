/** Somewhere a program can use the package. */
export interface Platform {
  readonly name: string;
  /** Runs the classifier there and returns what it printed. Throws where it can't. */
  run(): string | Promise<string>;
}
