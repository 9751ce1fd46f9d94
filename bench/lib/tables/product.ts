import { CONTENDERS } from "../contenders.js";
import { SIZES } from "../job.js";
import type { BenchResults } from "../results.js";
import { figure, markdown, percent } from "./markdown.js";
import { productsOf, remarks } from "./summary.js";

/** The table of job C, in GFLOP/s; of those in WebAssembly with float64 with their share of the ceiling. */
export function productTable(results: BenchResults): string {
  const rows = CONTENDERS.flatMap((entry) => {
    const cells = SIZES.map((size) => {
      const product = productsOf(results, entry.name, size);
      if (!product) return "";
      const { gflops, share } = product;
      const ofCeiling = entry.name === "spiralnet" && share ? ` (${percent(share.median)})` : "";
      return `${figure(gflops.median)}${ofCeiling}`;
    });
    return cells.some((cell) => cell !== "")
      ? [[entry.label.replace(/,.*/, ""), `float${entry.options.precision}`, ...cells]]
      : [];
  });
  if (rows.length === 0) return "";
  const ceilings = SIZES.map((size) => productsOf(results, "spiralnet", size)?.ceiling?.median);
  const ceiling = ["SIMD128 ceiling", "float64", ...ceilings.map((value) => (value ? figure(value) : ""))];
  const table = markdown(["GFLOP/s at n =", "", ...SIZES.map(String)], [ceiling, ...rows]);
  return [table, remarks(results, "C")].filter((part) => part !== "").join("\n\n");
}
