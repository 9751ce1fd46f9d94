import { type Diagnosis, diagnose, type Matrix } from "../index.js";
import type { Attempt } from "./attempt.js";

/** The usual mistakes that explain a wrong gradient. */
export function diagnosesOf({ pair, found, numbers }: Attempt, tolerance: number): Diagnosis[] {
  const { like } = found ?? {};
  // The gradient of a wrong loss says more than the loss.
  const isWrong = like && (like.what.endsWith("gradient") || like.name === "the loss");
  if (!isWrong) return [];
  const fact = like.of === undefined ? pair.like.find(({ of }) => of !== undefined) : like;
  const mine = pair.mine.facts.find(({ what, name }) => what === fact?.what && name === fact.name);
  const [expected, actual] = [fact?.value, mine?.value];
  const value = fact?.of === undefined ? undefined : numbers[fact.of];
  if (!value || typeof expected !== "object" || typeof actual !== "object") return [];
  if (String(actual.shape) !== String(expected.shape)) return [];
  const y = pair.like.find(({ name }) => name === "y")?.value as Matrix | undefined;
  const { scores, x = scores, "dL/dy": outputGradient } = numbers;
  return diagnose({ name: fact?.of as string, value, actual, expected, tolerance, x, y, outputGradient });
}
