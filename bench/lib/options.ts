import { parseArgs } from "node:util";
import { CONTENDERS, type Entry } from "./contenders.js";
import { JOBS, type JobName } from "./job.js";
import type { Pace } from "./measure.js";

/** What the command line asks for. */
export interface RunOptions {
  readonly quick: boolean;
  readonly rounds: number;
  readonly pace: Pace;
  readonly contenders: readonly Entry[];
  readonly jobs: readonly JobName[];
}

/** Reads `--quick --rounds=9 --only=spiralnet,numpy --jobs=A,C`. */
export function runOptions(defaultRounds: number): RunOptions {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      rounds: { type: "string" },
      only: { type: "string" },
      jobs: { type: "string" },
    },
  });
  const { quick, only, jobs } = values;
  const rounds = values.rounds === undefined ? (quick ? 1 : defaultRounds) : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new RangeError(`--rounds is ${values.rounds}; expected at least 1`);
  return {
    quick,
    rounds,
    pace: quick ? { warmUp: 1, duration: 1 } : { warmUp: 350, duration: 550 },
    contenders: chosen(
      "only",
      only,
      CONTENDERS.map(({ name }) => name),
    ).map((name) => CONTENDERS.find((entry) => entry.name === name) as Entry),
    jobs: chosen("jobs", jobs, Object.keys(JOBS)) as JobName[],
  };
}

function chosen(option: string, list: string | undefined, all: readonly string[]): readonly string[] {
  const names = list?.split(",") ?? all;
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new RangeError(`--${option}: ${unknown} is none of ${all.join(", ")}`);
  return names;
}
