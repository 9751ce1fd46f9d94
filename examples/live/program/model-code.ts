import type { ModelSetup, Setup } from "../setup.js";
import { type Imports, literal, options } from "./code.js";

/** Makes `random` and `model`. */
export function modelCode({ seed, skipped, model, data }: Setup, imports: Imports): string {
  const { hidden, activation, normalization, dropout } = model;
  const lines = [`const random = new ${imports.use("RandomState")}(${literal(seed)});`];
  if (skipped > 0) {
    lines.push(`random.randn(${literal(skipped)}); // skips what was drawn before these weights`);
  }
  const made = initializerCode(model, imports);
  if (made.includes("(")) lines.push(`const weights = ${made};`);
  // heNormal is what Dense takes if it is given none.
  const weights = made.includes("(") ? "weights" : made === "heNormal" ? undefined : imports.use(made);
  const how = options({ weights, random: "random" });
  const dense = (inputs: number, outputs: number) =>
    `new ${imports.use("Dense")}(${inputs}, ${outputs}, ${how})`;

  const layers = hidden.flatMap((units, i) => [
    dense(hidden[i - 1] ?? 2, units),
    ...(normalization === "none" ? [] : [`new ${imports.use(normalization)}(${units})`]),
    `new ${imports.use(activation)}()`,
    ...(dropout > 0 ? [`new ${imports.use("Dropout")}(${literal(dropout)}, { random })`] : []),
  ]);
  const all = [...layers, dense(hidden.at(-1) ?? 2, data.classes)];
  const inside = all.length > 1 ? `\n${all.map((layer) => `  ${layer},\n`).join("")}` : all.join("");
  return [...lines, `const model = ${imports.use("sequential")}(${inside});`].join("\n");
}

/** The name of an initializer, or the call that makes it. */
function initializerCode({ weights, deviation }: ModelSetup, imports: Imports): string {
  if (weights === "normal") return `${imports.use("normal")}(${literal(deviation)})`;
  return weights === "orthogonal" ? `${imports.use("orthogonal")}()` : weights;
}
