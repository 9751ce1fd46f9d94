import { show } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkAllFinite } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RandomSnapshot, RandomState } from "../random/random-state.js";
import type { Contents } from "./contents.js";
import { isOfModel, type Parts, type PartsOptions } from "./parts.js";
import { reordered, tensorName } from "./tensor-layout.js";

/** A live part, and what it becomes. */
type Change<Part, Value> = readonly [part: Part, value: Value];

/**
 * What each live matrix becomes. Throws unless the checkpoint has exactly those of the model and of what the options
 * name, with the same shapes and finite numbers; PyTorch's names and layout will do.
 */
export function matrixChanges(
  { matrices }: Parts,
  contents: Contents,
  options: PartsOptions,
): Change<Matrix, Matrix>[] {
  const rest = new Map(contents.matrices);
  const missing: string[] = [];
  const changes: Change<Matrix, Matrix>[] = [];
  for (const [name, matrix] of matrices) {
    const source = rest.has(name) ? name : tensorName(name);
    const found = rest.get(source);
    if (found === undefined) {
      missing.push(name);
      continue;
    }
    rest.delete(source);
    const saved = source === name ? found : reordered(name, found);
    changes.push([matrix, saved]);
    const sides = [`${name} in the checkpoint`, isOfModel(name) ? `${name} of the model` : name] as const;
    checkSameShape("restore", saved.shape, matrix.shape, sides);
    checkAllFinite("restore", name, saved);
  }
  const isIgnored = (name: string) =>
    (name.startsWith("optimizer.") && options.optimizer === undefined) ||
    (name.startsWith("scaler.") && options.scaler === undefined);
  checkNames(
    missing,
    [...rest.keys()].filter((name) => !isIgnored(name)),
  );
  return changes;
}

/** What each live generator becomes; throws in the same way. */
export function generatorChanges(
  { generators }: Parts,
  contents: Contents,
  { random }: PartsOptions,
): Change<RandomState, RandomSnapshot>[] {
  if (contents.generators === undefined && random === undefined) return [];
  const rest = new Map(contents.generators);
  const missing: string[] = [];
  const changes = new Map<RandomState, RandomSnapshot>();
  for (const [name, generator] of generators) {
    const saved = rest.get(name);
    rest.delete(name);
    if (saved === undefined) missing.push(name);
    else if (isOther(changes.get(generator) ?? saved, saved)) {
      throw new TypeError(
        `restore: the state of ${name} differs from that of another name of the generator; expected generators of their own, as they were saved`,
      );
    } else changes.set(generator, saved);
  }
  rest.delete("random"); // if it is not asked for
  checkNames(missing, [...rest.keys()]);
  return [...changes];
}

/** Whether two states give different numbers. */
function isOther(one: RandomSnapshot, other: RandomSnapshot): boolean {
  return one.spare !== other.spare || one.words.some((word, i) => word !== other.words[i]);
}

/** Throws if names are missing in the checkpoint, or left over. */
function checkNames(missing: readonly string[], extra: readonly string[]): void {
  if (missing.length === 0 && extra.length === 0) return;
  const problems = [
    ...(missing.length > 0 ? [`lacks ${listed(missing)}`] : []),
    ...(extra.length > 0 ? [`has ${listed(extra)}`] : []),
  ];
  throw new TypeError(
    `restore: the checkpoint ${problems.join(" and ")}; expected the parts of the model and of what the options name`,
  );
}

/** The first names, and how many more there are. */
function listed(names: readonly string[]): string {
  const first = names.slice(0, 2).map(show).join(", ");
  return names.length > 2 ? `${first} and ${names.length - 2} more` : first;
}
