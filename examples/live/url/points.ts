import { isWithin, LIMITS } from "../limits.js";
import type { Point } from "../setup.js";
import { formatNumber, numberFrom } from "./numbers.js";

/**
 * Points in their order: those of one class behind each other make a group, class, colon, and x and y in turn.
 * An underscore is between groups.
 */
export function formatPoints(points: readonly Point[]): string {
  let text = "";
  let last: number | undefined;
  for (const { x, y, label } of points) {
    if (label === last) text += ",";
    else text += `${last === undefined ? "" : "_"}${label}:`;
    text += `${formatNumber(x)},${formatNumber(y)}`;
    last = label;
  }
  return text;
}

/** The points of a text; undefined unless all of it is right. */
export function pointsFrom(text: string): Point[] | undefined {
  if (text === "") return [];
  const points: Point[] = [];
  for (const group of text.split("_")) {
    const [, label, list] = /^([0-7]):([^:]+)$/.exec(group) ?? [];
    const coordinates = list?.split(",").map(numberFrom);
    if (coordinates === undefined || coordinates.length % 2 !== 0) return undefined;
    if (points.length + coordinates.length / 2 > LIMITS.ownPoints[1]) return undefined;
    for (let i = 0; i < coordinates.length; i += 2) {
      const [x, y] = [coordinates[i], coordinates[i + 1]];
      if (x === undefined || y === undefined) return undefined;
      if (!isWithin(x, LIMITS.coordinate) || !isWithin(y, LIMITS.coordinate)) return undefined;
      points.push({ x, y, label: Number(label) });
    }
  }
  return points;
}
