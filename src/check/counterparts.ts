import type { Matrix, Parameter, RandomSnapshot, RandomState } from "../index.js";
import { isMatrix, Misfit } from "./fact.js";

type State = Readonly<Record<string, Matrix | RandomState>>;

/** Pairs each item with another one: each test in turn takes those that it finds, in order. */
function paired<T>(
  items: readonly T[],
  others: readonly T[],
  tests: readonly ((item: T, other: T) => boolean)[],
): (T | undefined)[] {
  const found: (T | undefined)[] = items.map(() => undefined);
  const left = new Set(others);
  for (const test of tests) {
    for (const [i, item] of items.entries()) {
      found[i] ??= [...left].find((other) => test(item, other));
      left.delete(found[i] as T);
    }
  }
  return found;
}

/** The parameters of `mine` that stand for those of `like`, in the order of `like`. */
export function counterparts(mine: readonly Parameter[], like: readonly Parameter[]): Parameter[] {
  const isAlike = (one: Parameter, other: Parameter) => String(one.value.shape) === String(other.value.shape);
  const found = paired(like, mine, [
    (one, other) => isAlike(one, other) && one.name === other.name,
    (one, other) => isAlike(one, other) && one.role === other.role,
    isAlike,
  ]);
  const missing = found.indexOf(undefined);
  if (missing >= 0) {
    const { name, value } = like[missing] as Parameter;
    const expected = `one of shape ${value.rows} x ${value.cols}, as ${name} has`;
    throw new Misfit({
      what: "parameter",
      place: "the list of my parameters",
      actual: listed(mine),
      expected,
    });
  }
  if (mine.length > like.length) {
    throw new Misfit({
      what: "parameter",
      place: "the list of my parameters",
      actual: listed(mine),
      expected: listed(like),
    });
  }
  return found as Parameter[];
}

function listed(parameters: readonly Parameter[]): string {
  return parameters.map(({ name, value }) => `${name} (${value.rows} x ${value.cols})`).join(", ") || "empty";
}

/** The parts of a layer's state that stand for those of another, by the other's names. */
export function stateLike(mine: State, like: State): State {
  const names = Object.keys(like);
  type Entry = [name: string, item: Matrix | RandomState];
  const isAlike = ([, one]: Entry, [, other]: Entry) => String(shapeOf(one)) === String(shapeOf(other));
  const found = paired<Entry>(Object.entries(like), Object.entries(mine), [
    (one, other) => isAlike(one, other) && one[0] === other[0],
    isAlike,
  ]);
  return Object.fromEntries(names.flatMap((name, i) => (found[i] ? [[name, found[i][1]]] : [])));
}

/** The shape of a matrix; that of a generator is empty. */
function shapeOf(item: Matrix | RandomState): readonly number[] {
  return isMatrix(item) ? item.shape : [];
}

/** What a state holds, to be put into another. */
export type Snapshot = Readonly<Record<string, Matrix | RandomSnapshot>>;

/** What a state holds now. */
export function snapshotOf(state: State): Snapshot {
  return Object.fromEntries(
    Object.entries(state).map(([name, item]) => [name, isMatrix(item) ? item.copy() : item.getState()]),
  );
}

/** Puts into a state what another held, as far as it has parts of these names. */
export function load(state: State, snapshot: Snapshot): void {
  for (const [name, item] of Object.entries(state)) {
    const saved = snapshot[name];
    if (isMatrix(item) && isMatrix(saved)) item.data.set(saved.data);
    else if (!isMatrix(item) && saved && !isMatrix(saved)) item.setState(saved);
  }
}
