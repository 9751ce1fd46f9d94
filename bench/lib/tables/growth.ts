import { CONTENDERS } from "../contenders.js";
import type { Growth, GrowthResults } from "../results.js";
import { count, figure, markdown } from "./markdown.js";

const TITLES = {
  points: "points, 100 hidden units",
  hidden: "hidden units, 300 points",
  batch: "examples in a batch of digits",
} as const;

/** Three tables: the time of an iteration by points, by hidden units and by the batch, and what one of them costs. */
export function growthTables({ growth, rounds }: GrowthResults): string {
  const tables = (["points", "hidden", "batch"] as const)
    .map((what) =>
      table(
        what,
        growth.filter((line) => line.what === what),
      ),
    )
    .filter((text) => text !== "");
  return [...tables, `Medians of ${rounds} ${rounds === 1 ? "round" : "rounds"}.`].join("\n\n");
}

function table(what: Growth["what"], lines: readonly Growth[]): string {
  const entries = CONTENDERS.filter(({ name }) => lines.some(({ times }) => times[name]));
  if (entries.length === 0) return "";
  const rows = lines.map(({ size, times }) => [
    count(size),
    ...entries.flatMap(({ name }) => {
      const time = times[name]?.median;
      return time === undefined ? ["", ""] : [`${figure(time)} ms`, `${figure((1e6 * time) / size)} ns`];
    }),
  ]);
  return markdown([TITLES[what], ...entries.flatMap(({ label }) => [label, "each"])], rows);
}
