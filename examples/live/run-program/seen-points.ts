import { type LabeledPoints, Matrix } from "spiralnet";
import { LIMITS } from "../limits.js";

/** As many points as the page itself makes. */
const MOST = LIMITS.classes[1] * LIMITS.pointsPerClass[1];

/** The points that a program has trained with so far: all at once, or batch by batch. */
export class SeenPoints {
  private readonly matrices = new WeakSet<Matrix>();
  private readonly places = new Set<string>();
  private readonly numbers: number[] = [];
  private readonly labels: number[] = [];
  private made: LabeledPoints | undefined;

  /** Adds the rows of a matrix. Those of a second matrix are batches: a point that was seen is left out. */
  add(x: Matrix, labels: ArrayLike<number>): void {
    if (this.matrices.has(x)) return;
    this.matrices.add(x);
    const isFirst = this.labels.length === 0;
    for (let i = 0; i < x.rows && this.labels.length < MOST; i++) {
      const point = [x.data[2 * i], x.data[2 * i + 1], labels[i]] as [number, number, number];
      const place = point.join();
      if (!isFirst && this.places.has(place)) continue;
      this.places.add(place);
      this.numbers.push(point[0], point[1]);
      this.labels.push(point[2]);
      this.made = undefined;
    }
  }

  /** All of them; the same object until there are more. */
  get all(): LabeledPoints {
    this.made ??= {
      x: Matrix.fromArray(this.numbers, this.labels.length, 2),
      y: Int32Array.from(this.labels),
    };
    return this.made;
  }
}
