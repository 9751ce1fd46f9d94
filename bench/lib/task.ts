import type { Job } from "./job.js";
import type { Pace } from "./measure.js";
import type { Options } from "./problem.js";

/** What a child is asked to do, in JSON. */
export interface Task {
  /** The file in contenders/, without its ending. */
  readonly contender: string;
  readonly options: Options;
  /** What must be done before the library is imported. */
  readonly before?: "delete WebAssembly" | "add Float16Array";
  readonly job: Job;
  /** How to time it; without, it is only checked. */
  readonly pace?: Pace;
}

/** A square product's speed, and how fast the loop in registers was at the same time. */
export interface Speed {
  readonly gflops: number;
  readonly share?: number;
  readonly ceiling?: number;
}

/** What a child answers, in one line of JSON. */
export interface Answer {
  /** The loss after 100 iterations or, of a product, a checksum. */
  readonly check?: number;
  /** Milliseconds. */
  readonly perIteration?: number;
  readonly speeds?: Readonly<Record<number, Speed>>;
  /** The most memory that the process had, in bytes. */
  readonly peak?: number;
  /** Why there is nothing else. */
  readonly cannot?: string;
  readonly error?: string;
}
