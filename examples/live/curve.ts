import type { CurvePoint } from "./messages.js";

/**
 * Whether the curve has a point for an iteration: each of the first thousand, then each tenth up to ten thousand,
 * each hundredth up to a hundred thousand and so on. So it grows slowly, however long a training lasts.
 */
export function isOnCurve(iteration: number): boolean {
  const digits = String(iteration).length;
  return digits <= 3 || iteration % 10 ** (digits - 3) === 0;
}

/** The loss curve, handed out piece by piece. */
export class Curve {
  private points: CurvePoint[] = [];
  private last = -1;

  /** Adds a point, unless there is one for its iteration, as when a step is made again. */
  add(point: CurvePoint): void {
    if (point.iteration <= this.last) return;
    this.last = point.iteration;
    this.points.push(point);
  }

  /** The points that are new since the last call. */
  take(): CurvePoint[] {
    const { points } = this;
    this.points = [];
    return points;
  }
}
