import { CONTENDERS, SPIRALNET } from "./contenders.js";
import { count, figure, mebibytes, table } from "./format.js";
import { type Group, JOBS, PRODUCTS } from "./jobs.js";
import { median } from "./measure.js";
import { type AllResults, growth, type Results, ratio, timed, timesOf } from "./results.js";

const UNITS: Partial<Record<Group, string>> = {
  points: "points",
  hidden: "hidden units",
  batch: "rows of a batch",
};

const perSecond = (size: number) => networkTable("examples per second", size, (ms) => (1000 * size) / ms);
const microseconds = (what: string) => networkTable(`µs per ${what}`, 1, (ms) => 1000 * ms);
const TABLES: Partial<Record<Group, (results: Results) => string>> = {
  A: networkTable("ms per iteration", 300, (ms) => ms),
  B: perSecond(64),
  C: productTable,
  D: perSecond(64),
  E: microseconds("prediction"),
  F: microseconds("step"),
};

/** The tables of all results there are, by the name of the group. */
export function resultTables(results: AllResults): Partial<Record<Group, string>> {
  const tables = Object.entries(results).map(([group, each]) => {
    const text = TABLES[group as Group] ?? growthTable;
    return [group, `${text(each, group as Group)}\n\n${notes(each, group as Group)}`];
  });
  return Object.fromEntries(tables);
}

/** Makes the table of a network's times in a unit of one's own. */
function networkTable(what: string, size: number, unit: (ms: number) => number) {
  return (results: Results): string => {
    const rows = timed(results, size).map(({ entry: { name }, times }) => {
      const values = times.map(unit);
      const peaks = (results.answers[name] ?? []).flatMap(({ peak }) => peak ?? []);
      const range = `${figure(Math.min(...values))} - ${figure(Math.max(...values))}`;
      const relative = figure(ratio(results, name, SPIRALNET, size));
      return [name, figure(median(values)), range, relative, mebibytes(median(peaks))];
    });
    return table(["", what, "least - most", `time, ${SPIRALNET} = 1`, "peak memory"], rows);
  };
}

function productTable(results: Results): string {
  const speed = (name: string, n: number) => {
    const times = timesOf(results, name, n);
    return times.length > 0 ? figure((2 * n ** 3) / median(times) / 1e6) : "";
  };
  const names = timed(results, PRODUCTS[0]).map(({ entry: { name } }) => name);
  const rows = names.map((name) => [
    name.replace(", as the article", ""),
    ...PRODUCTS.map((n) => speed(name, n)),
  ]);
  return table(["GFLOP/s at n =", ...PRODUCTS.map(String)], rows);
}

/** Times by size, and what one point, unit or row costs relative to the smallest size. */
function growthTable(results: Results, group: Group): string {
  const sizes = JOBS[group]
    .flatMap((job) => (job.kind === "product" ? [] : job.size))
    .filter((size) => timed(results, size).length > 0);
  const names = CONTENDERS.map(({ name }) => name).filter((name) => results.answers[name]);
  const rows = sizes.map((size) => {
    const cells = names.flatMap((name) => {
      const times = timesOf(results, name, size);
      if (times.length === 0) return ["", ""];
      return [figure(median(times), " ms"), figure(growth(results, name, size, sizes[0]))];
    });
    return [count(size), ...cells];
  });
  const heads = names.flatMap((name) => [name, `each, at ${sizes[0]} = 1`]);
  return table([UNITS[group] ?? "", ...heads], rows);
}

function notes({ answers, rounds, quiet }: Results, group: Group): string {
  const lines = CONTENDERS.filter(({ name }) => answers[name]).flatMap(({ name, note }) => {
    const error = answers[name]?.find((answer) => answer.error !== undefined)?.error;
    const texts = [group !== "C" && note, error !== undefined && `failed: ${error}`].filter((text) => text);
    return texts.length > 0 ? [`- ${name}: ${texts.join("; ")}.`] : [];
  });
  const share = `${Math.round(100 * quiet)} % of the measurements began on a quiet processor`;
  const medians = `Medians of ${rounds} ${rounds === 1 ? "round" : "rounds"}; ${share}.`;
  return lines.length > 0 ? `${lines.join("\n")}\n\n${medians}` : medians;
}
