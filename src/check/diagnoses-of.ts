import { type Diagnosis, diagnose, type Matrix } from "../index.js";
import type { Attempt } from "./attempt.js";
import { drawFrom, type Numbers, remembering } from "./draw.js";
import { sameFact } from "./fact.js";
import type { Trial } from "./observe.js";

/** The usual mistakes that explain a wrong gradient. */
export function diagnosesOf(trial: Trial, tried: Attempt, tolerance: number): Diagnosis[] {
  const { size, like, mine, found, numbers } = tried;
  // The gradient of a wrong loss says more than the loss.
  const fact = found?.name === "the loss" ? like.facts.find(({ of }) => of) : found?.like;
  if (!fact?.what.endsWith("gradient")) return [];
  const { of: name = "", value: expected } = fact;
  const value = numbers[name];
  const actual = sameFact(mine.facts, fact)?.value;
  if (!value || String(actual?.shape) !== String(expected.shape)) return [];
  if (!actual?.data.every(Number.isFinite)) return [];

  /** The gradient with other numbers in the place of some that went in. */
  const instead = (side: "like" | "mine", other: Numbers): Matrix | undefined => {
    const { draw } = remembering(drawFrom({ ...numbers, ...other }));
    return sameFact(trial[side](size, draw).facts, fact)?.value;
  };
  const { scores, x = scores, "dL/dy": outputGradient } = numbers;
  const y = like.facts.find((each) => each.name === "y")?.value;
  const ones = outputGradient && { "dL/dy": outputGradient.map(() => 1) };
  return diagnose({
    name,
    value,
    actual,
    expected,
    tolerance,
    x,
    y,
    outputGradient,
    parameters: like.facts.flatMap(({ what, of = "" }) =>
      what === "gradient" ? [{ name: of, value: numbers[of] as Matrix }] : [],
    ),
    local: ones && instead("like", ones),
    localActual: ones && instead("mine", ones),
    atOutput: y && name === "x" ? instead("like", { x: y }) : undefined,
  });
}
