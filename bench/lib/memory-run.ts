/** Memory at one moment, after garbage was collected, in bytes. */
export interface MemorySample {
  readonly iteration: number;
  readonly heap: number;
  readonly arrays: number;
  readonly resident: number;
}

/** How memory went over a training. */
export interface MemoryRun {
  readonly points: number;
  readonly hidden: number;
  readonly iterations: number;
  /**
   * The matrices that a training step has to do with: the data, and a value and a gradient of every parameter and of what every layer
   * gives.
   */
  readonly live: number;
  /** What the process had with the library imported, before there was a model. */
  readonly before: number;
  /** The most that it had. */
  readonly peak: number;
  readonly samples: readonly MemorySample[];
}
