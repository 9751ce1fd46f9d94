import { type Diagnosis, type GradientProblem, type GradientReport, gradientCheck } from "spiralnet";
import { seededLayers } from "./layers.js";
import { MISTAKES, type Mistake, type Seeded } from "./seeded.js";

/** What the check makes of a seeded mistake. */
export interface Outcome {
  readonly layer: string;
  readonly mistake: Mistake;
  readonly seeded: Seeded;
  readonly report: GradientReport;
  /** Whether the check fails. */
  readonly caught: boolean;
  /** Whether a problem, or else the first diagnosis, is the mistake. */
  readonly namedFirst: boolean;
  /** Whether any problem or diagnosis is. */
  readonly named: boolean;
}

type Found = Pick<Diagnosis | GradientProblem, "kind" | "message">;

/** Checks all seeded mistakes, layer by layer. */
export function outcomes(): Outcome[] {
  const mistakes = Object.keys(MISTAKES) as Mistake[];
  return [...seededLayers].flatMap(([layer, all]) =>
    mistakes.map((mistake) => outcomeOf(layer, mistake, all[mistake])),
  );
}

function outcomeOf(layer: string, mistake: Mistake, seeded: Seeded): Outcome {
  const report = gradientCheck(seeded.subject(), seeded.x, seeded.options);
  const [problems, diagnoses] = [report.problems, report.diagnoses];
  const { kinds, says = "" } = seeded;
  const isRight = ({ kind, message }: Found) => kinds.includes(kind) && message.includes(says);
  return {
    layer,
    mistake,
    seeded,
    report,
    caught: !report.passed,
    namedFirst: problems.some(isRight) || diagnoses.slice(0, 1).some(isRight),
    named: problems.some(isRight) || diagnoses.some(isRight),
  };
}
