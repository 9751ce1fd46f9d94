import { accuracy, type LabeledPoints, type Layer, type Matrix, Sequential } from "spiralnet";
import { Curve, isOnCurve } from "../curve.js";
import type { CurvePoint } from "../messages.js";
import type { SplitPoints } from "../points.js";
import type { Measured } from "../run.js";
import { BothClasses } from "./both-classes.js";
import type { ForwardPass } from "./pass.js";
import { SeenPoints } from "./seen-points.js";

/** The training of a model that takes points of the plane, as a program makes it. */
export class ProgramTraining {
  iteration = 0;
  learningRate = 0;
  /** The program's model. If it has several, one after the other, they are one here. */
  readonly model: Sequential<2>;
  private readonly classifier: Sequential<2>;
  private readonly points = new SeenPoints();
  private readonly curve = new Curve();
  private last: ForwardPass | undefined;

  constructor(
    { layers, y }: ForwardPass,
    private readonly test: LabeledPoints | undefined,
  ) {
    const [model] = layers;
    this.model = layers.length === 1 && model instanceof Sequential ? model : new Sequential<2>(layers);
    this.classifier = y.cols === 1 ? new Sequential<2>([this.model as Layer, new BothClasses()]) : this.model;
  }

  /** Model and points. */
  get parts(): SplitPoints & { readonly model: Sequential<2> } {
    return { model: this.classifier, training: this.points.all, test: this.test };
  }

  /** Adds what the loss was before a step, on the test points, too, if the curve wants it. */
  computed(pass: ForwardPass): void {
    if (isOnCurve(this.iteration)) pass.testLoss = this.tried(pass, this.test);
  }

  /** Counts a step. Further steps after the same pass, of another optimizer perhaps, belong to it. */
  stepped(pass: ForwardPass, labels: ArrayLike<number> | undefined, learningRate: number): void {
    this.learningRate = learningRate;
    if (pass === this.last) return;
    this.last = pass;
    if (labels !== undefined) this.points.add(pass.x, labels);
    const { computed, testLoss } = pass;
    const { iteration } = this;
    this.iteration++;
    if (computed === undefined || !isOnCurve(iteration)) return;
    const loss = pass.penalties.reduce((sum, { penalty }) => sum + penalty, computed.loss);
    this.curve.add({ iteration, loss, testLoss });
  }

  /** How good the model is now: the loss is NaN if it is not one of the library's. */
  measure(): Measured {
    const { last } = this;
    const { training, test } = this.parts;
    const penalties = last?.penalties.map(({ regularizer, parameters }) => regularizer.penalty(parameters));
    const loss = last && this.tried(last, training);
    return {
      loss: (penalties ?? []).reduce((sum, penalty) => sum + penalty, loss ?? Number.NaN),
      accuracy: this.right(training) ?? Number.NaN,
      testLoss: last && this.tried(last, test),
      testAccuracy: this.right(test),
    };
  }

  /** The points of the loss curve that are new since the last call. */
  takeCurve(): CurvePoint[] {
    return this.curve.take();
  }

  /** A pass's kind of loss on other points; undefined if it can't be computed for labels. */
  private tried({ computed, x }: ForwardPass, points: LabeledPoints | undefined): number | undefined {
    if (computed === undefined || points === undefined || points.y.length === 0) return undefined;
    const { of, options } = computed;
    const isAll = points === this.points.all && x.rows === points.y.length;
    try {
      const scores: Matrix = this.model.predict(points.x);
      return of(scores, isAll ? computed.targets : points.y, ...options).loss;
    } catch {
      return undefined;
    }
  }

  private right(points: LabeledPoints | undefined): number | undefined {
    if (points === undefined || points.y.length === 0) return undefined;
    return accuracy(this.classifier.predict(points.x), points.y);
  }
}
