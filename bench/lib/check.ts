import { CONTENDERS, type Entry } from "./contenders.js";
import { JOBS, type JobName } from "./job.js";
import { runTask } from "./run-task.js";
import type { Answer } from "./task.js";

/** How far a loss after 100 iterations, or the checksum of a product, may be from the reference, relative to it. */
const TOLERANCE = { 32: 1e-4, 64: 1e-9 } as const;
const REFERENCES = ["numpy", "plain-loops"];

/** Whether a contender computes the right thing, and if not, why it gets no time. */
export interface Verdict {
  readonly right: boolean;
  readonly check?: number;
  readonly reason?: string;
}

/** What all are compared with. */
export interface Reference {
  readonly label: string;
  readonly check: number;
}

/** NumPy's answer or, where there is no NumPy, that of the plain loops. */
export function referenceFor(job: JobName): Reference {
  for (const name of REFERENCES) {
    const entry = CONTENDERS.find((candidate) => candidate.name === name);
    const answer: Answer = entry ? runTask(entry, JOBS[job], job) : {};
    if (entry && answer.check !== undefined) return { label: entry.label, check: answer.check };
  }
  throw new Error(`job ${job}: neither NumPy nor the plain loops give a reference`);
}

/** Compares what a contender computes with the reference. */
export function verdictOn(entry: Entry, job: JobName, reference: Reference): Verdict {
  if (entry.unchecked && !entry.cannot?.[job]) return { right: true, reason: entry.unchecked };
  const { check, cannot, error } = runTask(entry, JOBS[job], job);
  if (cannot) return { right: false, reason: cannot };
  if (error) return { right: false, reason: `failed: ${error}` };
  if (check === undefined) return { right: false, reason: "gave nothing to check" };
  const deviation = Math.abs(check - reference.check) / Math.abs(reference.check);
  const allowed = entry.tolerance ?? TOLERANCE[entry.options.precision];
  // Written so that NaN is wrong.
  if (deviation <= allowed) return { right: true, check };
  return { right: false, check, reason: `wrong: ${check} instead of ${reference.check}` };
}
