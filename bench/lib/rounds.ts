import { referenceFor, verdictOn } from "./check.js";
import type { Entry } from "./contenders.js";
import { JOBS, type JobName, QUICK_PRODUCTS } from "./job.js";
import type { RunOptions } from "./options.js";
import type { BenchResults, Outcome } from "./results.js";
import { runTask } from "./run-task.js";

/** Checks every contender in every job, then times those that are right, round after round. */
export function runRounds(options: RunOptions): Pick<BenchResults, "references" | "jobs"> {
  const { contenders, jobs, rounds, pace, quick } = options;
  const references: BenchResults["references"] = {};
  const outcomes: BenchResults["jobs"] = {};
  const left: { job: JobName; entry: Entry; outcome: Outcome }[] = [];
  for (const job of jobs) {
    const reference = referenceFor(job);
    references[job] = reference;
    const ofJob: Record<string, Outcome> = {};
    outcomes[job] = ofJob;
    for (const entry of contenders) {
      const verdict = verdictOn(entry, job, reference);
      const outcome: Outcome = { verdict, answers: [] };
      ofJob[entry.name] = outcome;
      if (verdict.right) left.push({ job, entry, outcome });
      say(
        `${verdict.right ? "checked" : "no time"} ${job} ${entry.name}${verdict.reason ? `: ${verdict.reason}` : ""}`,
      );
    }
  }
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    // Each round starts elsewhere, so that nobody has the same neighbours in all of them.
    const start = Math.floor((round * left.length) / rounds);
    for (const { job, entry, outcome } of [...left.slice(start), ...left.slice(0, start)]) {
      const answer = runTask(entry, quick && job === "C" ? QUICK_PRODUCTS : JOBS[job], job, pace);
      outcome.answers.push(answer);
      if (answer.error) say(`${job} ${entry.name}: ${answer.error}`);
    }
  }
  return { references, jobs: outcomes };
}

/** Progress goes where it does not mix with the tables. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
