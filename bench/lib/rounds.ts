import { CONTENDERS, type Entry, REFERENCES } from "./contenders.js";
import type { Answer, Job, Pace } from "./contract.js";
import type { Group } from "./jobs.js";
import { run } from "./processes.js";

/** The allowed deviation from the reference, relative to it. */
const TOLERANCE = { 32: 1e-4, 64: 1e-9 } as const;

type Answers = Record<string, Answer[]>;
interface Pair {
  readonly group: Group;
  readonly job: Job;
  readonly entry: Entry;
  failed: boolean;
}

/**
 * Times every contender once a round in every job. The first round checks each answer before it times;
 * whoever fails or is wrong gets no time and drops out. Every round starts with another contender, so that
 * nobody has the same place in all of them.
 */
export function runRounds(
  jobs: Partial<Record<Group, readonly Job[]>>,
  entries: readonly Entry[],
  rounds: number,
  pace: Pace,
): Partial<Record<Group, Answers>> {
  const results: Partial<Record<Group, Answers>> = {};
  const references = new Map<Job, number>();
  const pairs: Pair[] = [];
  for (const [group, list] of Object.entries(jobs) as [Group, readonly Job[]][]) {
    results[group] = {};
    for (const job of list) {
      references.set(job, referenceFor(job));
      for (const entry of entries.filter((each) => each.jobs.includes(group))) {
        pairs.push({ group, job, entry, failed: false });
      }
    }
  }
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    const start = Math.floor((round * pairs.length) / rounds);
    for (const pair of [...pairs.slice(start), ...pairs.slice(0, start)].filter(({ failed }) => !failed)) {
      const { group, job, entry } = pair;
      const checks = round === 0;
      let answer = run(entry, job, checks, pace);
      if (checks) answer = verified(answer, entry, references.get(job));
      pair.failed = answer.error !== undefined;
      if (pair.failed) say(`${group} ${entry.name}: ${answer.error}`);
      const answers = results[group]?.[entry.name] ?? [];
      answers[round] = { ...answers[round], ...answer, times: { ...answers[round]?.times, ...answer.times } };
      results[group] = { ...results[group], [entry.name]: answers };
    }
  }
  return results;
}

function referenceFor(job: Job): number {
  for (const reference of REFERENCES) {
    const entry = CONTENDERS.find(({ name }) => name === reference);
    const { check } = entry ? run(entry, job, true) : {};
    if (check !== undefined) return check;
  }
  throw new Error(`${job.data}: neither ${REFERENCES.join(" nor ")} give a reference`);
}

function verified(answer: Answer, { tolerance, float }: Entry, reference = Number.NaN): Answer {
  if (answer.error !== undefined || tolerance === Number.POSITIVE_INFINITY) return answer;
  const { check = Number.NaN } = answer;
  const deviation = Math.abs(check - reference) / Math.abs(reference);
  // NaN is wrong, too.
  if (deviation <= (tolerance ?? TOLERANCE[float])) return answer;
  return { error: `wrong: ${check} instead of ${reference}` };
}

/** Progress goes where it does not mix with the tables. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
