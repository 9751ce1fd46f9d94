import type { Matrix, Parameter, RandomSnapshot, RandomState } from "../index.js";
import { isMatrix, Misfit } from "./fact.js";

type State = Readonly<Record<string, Matrix | RandomState>>;

/** Pairs each item with the one of its name, or with the next of its kind if the names differ. */
function paired<T>(
  items: readonly T[],
  others: readonly T[],
  isSame: (item: T, other: T) => boolean,
  isAlike: (item: T, other: T) => boolean,
): (T | undefined)[] {
  const left = new Set(others);
  const take = (item: T, fits: (item: T, other: T) => boolean): T | undefined => {
    const found = [...left].find((other) => fits(item, other) && isAlike(item, other));
    if (found !== undefined) left.delete(found);
    return found;
  };
  const named = items.map((item) => take(item, isSame));
  return items.map((item, i) => named[i] ?? take(item, () => true));
}

/** The parameters of `mine` that stand for those of `like`, in the order of `like`. */
export function counterparts(mine: readonly Parameter[], like: readonly Parameter[]): Parameter[] {
  const found = paired(
    like,
    mine,
    (one, other) => one.name === other.name,
    (one, other) => String(one.value.shape) === String(other.value.shape),
  );
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
  const found = paired(
    Object.entries(like),
    Object.entries(mine),
    ([one], [other]) => one === other,
    ([, one], [, other]) =>
      isMatrix(one) === isMatrix(other) && String(shapeOf(one)) === String(shapeOf(other)),
  );
  return Object.fromEntries(names.flatMap((name, i) => (found[i] ? [[name, found[i][1]]] : [])));
}

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
