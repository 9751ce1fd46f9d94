import { type GradientReport, gradientCheck } from "spiralnet";
import { seededLayers } from "./layers.js";
import { type Outcome, outcomes } from "./outcome.js";
import { rightSubjects } from "./right-subjects.js";
import { MISTAKES, type Mistake } from "./seeded.js";

/** The heading under which the page holds what `seededSection` gives. */
export const HEADING = "## A hundred seeded mistakes";

/** What the check makes of the seeded mistakes and the right subjects, in Markdown. */
export function seededSection(): string {
  const all = outcomes();
  const count = (is: (outcome: Outcome) => boolean) => all.filter(is).length;
  const right = rightSubjects();
  const accused = right.filter(({ subject, x, options }) =>
    isAccused(gradientCheck(subject, x, options)),
  ).length;
  return `${HEADING}

Ten layers, written as a student writes them, with ten mistakes each. ${count(({ caught }) => caught)} of ${all.length} are caught. The mistake is the first
thing that the report names for ${count(({ namedFirst }) => namedFirst)} of them (✓), and among all that it names for ${count(({ named }) => named)} (↓ if not the first). The rest fail without its name (·);
✗ would be a mistake that passes. Of ${right.length} right layers, models and losses, with random shapes, numbers, options and penalties, ${accused === 0 ? "none fails" : `${accused} fail`}.
\`test/gradient-check/seeded\` has them all, each with the kinds of diagnosis or problem that name it.

${table(all)}

If a kind has no meaning for a layer, a mistake like it stands in its place. In particular:

${particulars()}
`;
}

/** Whether a report finds anything, for a subject that is right. */
export function isAccused({ passed, diagnoses }: GradientReport): boolean {
  return !passed || diagnoses.length > 0;
}

function table(all: readonly Outcome[]): string {
  const layers = [...seededLayers.keys()];
  const lines = Object.entries(MISTAKES).map(([mistake, meaning]) => {
    const cells = layers.map((layer) => sign(all, layer, mistake as Mistake));
    return `| ${meaning} | ${cells.join(" | ")} |`;
  });
  return [`| | ${layers.join(" | ")} |`, `|---|${":-:|".repeat(layers.length)}`, ...lines].join("\n");
}

function sign(all: readonly Outcome[], layer: string, mistake: Mistake): string {
  const outcome = all.find((one) => one.layer === layer && one.mistake === mistake);
  if (!outcome?.caught) return "✗";
  if (outcome.namedFirst) return "✓";
  return outcome.named ? "↓" : "·";
}

/** For each kind, what the mistake is in some layers. */
function particulars(): string {
  const kinds = Object.entries(MISTAKES).flatMap(([mistake, meaning]) => {
    const layers = new Map<string, string[]>();
    for (const [layer, { [mistake as Mistake]: seeded }] of seededLayers) {
      if (seeded.detail) layers.set(seeded.detail, [...(layers.get(seeded.detail) ?? []), layer]);
    }
    const parts = [...layers].map(([detail, names]) => `${names.join(", ")}: ${detail}`);
    return parts.length > 0 ? [`- **${meaning}**. ${parts.join("; ")}`] : [];
  });
  return kinds.join("\n");
}
