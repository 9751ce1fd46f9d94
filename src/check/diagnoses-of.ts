import { type Diagnosis, diagnose, type Matrix } from "../index.js";
import { type Attempt, factsAt } from "./attempt.js";
import type { Numbers } from "./draw.js";
import type { Fact } from "./fact.js";
import type { Trial } from "./trial.js";

/** The usual mistakes that explain a wrong gradient. */
export function diagnosesOf(
  trial: Trial,
  { size, pair, found, numbers }: Attempt,
  tolerance: number,
): Diagnosis[] {
  const { like } = found ?? {};
  // The gradient of a wrong loss says more than the loss.
  const fact = like?.name === "the loss" ? pair.like.find(({ of }) => of !== undefined) : like;
  if (!fact?.what.endsWith("gradient")) return [];
  const name = fact.of as string;
  const value = numbers[name];
  const expected = matrixOf(fact);
  const actual = matrixOf(pair.mine.facts.find((mine) => isSame(mine, fact)));
  if (!value || !actual || !expected || String(actual.shape) !== String(expected.shape)) return [];
  if (!actual.data.every(Number.isFinite)) return [];

  /** The right gradient with another number in the place of one that went in. */
  const instead = (other: Numbers): Matrix | undefined => {
    const all: Numbers = { ...numbers, ...other };
    const facts = factsAt(trial, size, (name) => (all[name] as Matrix).copy());
    return matrixOf(facts.find((each) => isSame(each, fact)));
  };
  const y = matrixOf(pair.like.find(({ name }) => name === "y"));
  const { scores, x = scores, "dL/dy": outputGradient } = numbers;
  const isSquare = y && name === "x" && String(y.shape) === String(x?.shape);
  return diagnose({
    name,
    value,
    actual,
    expected,
    tolerance,
    x,
    y,
    outputGradient,
    parameters: pair.like.flatMap(({ what, of = "" }) =>
      what === "gradient" ? [{ name: of, value: numbers[of] as Matrix }] : [],
    ),
    local: outputGradient && instead({ "dL/dy": outputGradient.map(() => 1) }),
    atOutput: isSquare ? instead({ x: y }) : undefined,
  });
}

function isSame(one: Fact, other: Fact): boolean {
  return one.what === other.what && one.name === other.name;
}

function matrixOf(fact: Fact | undefined): Matrix | undefined {
  return typeof fact?.value === "object" ? fact.value : undefined;
}
