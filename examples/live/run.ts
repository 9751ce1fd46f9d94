import {
  accuracy,
  type LabeledPoints,
  NonFiniteError,
  type Optimizer,
  type Progress,
  softmaxCrossEntropy,
  type TrainingStep,
  train,
} from "spiralnet";
import { batchOptions } from "./batching.js";
import { type Built, build } from "./build.js";
import { Curve, isOnCurve } from "./curve.js";
import type { CurvePoint } from "./messages.js";
import { NoPointsError } from "./no-points-error.js";
import { OPTIMIZERS, regularizersOf, scheduleOf } from "./parts.js";
import { pointsOf } from "./points.js";
import type { DataSetup, Setup, TrainingSetup } from "./setup.js";
import { snapshot } from "./snapshot.js";

/** How good a model is. */
export interface Measured {
  /** On all training points with the penalty, by `predict`; NaN if there are none. */
  readonly loss: number;
  readonly accuracy: number;
  /** On the test points, without a penalty; undefined if there are none. */
  readonly testLoss: number | undefined;
  readonly testAccuracy: number | undefined;
}

/** A training that can be changed on its way. */
export class Run {
  private built: Built;
  private optimizer: Optimizer;
  private steps: Generator<TrainingStep, void> | undefined;
  private progress: Progress | undefined;
  private undo: (() => void) | undefined;
  private curve = new Curve();

  /** Begins with the setup's initial weights. */
  constructor(private current: Setup) {
    this.built = build(current);
    this.optimizer = optimizerOf(current.training, this.built);
  }

  /** What the run would begin with if it were started now. */
  get setup(): Setup {
    return this.current;
  }

  get parts(): Readonly<Built> {
    return this.built;
  }

  /** How many steps have been made. */
  get iteration(): number {
    return this.progress?.step ?? 0;
  }

  /** The learning rate of the next step. */
  get learningRate(): number {
    const { training } = this.current;
    return scheduleOf(training)?.(this.iteration) ?? training.learningRate;
  }

  /**
   * Makes a step and returns the loss of its batch before it, with the penalty.
   *
   * @throws NoPointsError if there are no points; the library's DivergedError if a number becomes NaN or infinite: then
   * the run is where it was before its last step, whose loss was finite
   */
  step(): number {
    const { iteration, progress, optimizer } = this;
    const putBack = snapshot({ ...this.built, optimizer });
    try {
      this.steps ??= this.trained();
      const [testLoss] = isOnCurve(iteration) ? this.tried(this.built.test) : [];
      const made = this.steps.next().value as TrainingStep;
      this.progress = made.progress;
      this.undo = () => {
        putBack();
        this.progress = progress;
      };
      if (isOnCurve(iteration)) this.curve.add({ iteration, loss: made.loss, testLoss });
      return made.loss;
    } catch (error) {
      putBack(); // An epoch that begins with this step has been shuffled.
      if (error instanceof NonFiniteError) this.retreat();
      this.steps = undefined;
      throw error;
    }
  }

  /** Goes back to where the last step began, if that is known. */
  retreat(): void {
    this.undo?.();
    this.goOn(true);
  }

  /** Back to the initial weights, with the points and the training of now. */
  rewind(): void {
    this.built = build(this.current);
    this.optimizer = optimizerOf(this.current.training, this.built);
    this.progress = undefined;
    this.curve = new Curve();
    this.goOn(true);
  }

  /** Goes on with another training. An optimizer that keeps the same averages as the one before takes them over. */
  change(training: TrainingSetup): void {
    const optimizer = optimizerOf(training, this.built);
    takeOver(this.optimizer, optimizer);
    const isSame = training.batchSize === this.current.training.batchSize;
    this.current = { ...this.current, training };
    this.optimizer = optimizer;
    this.goOn(isSame);
  }

  /** Goes on with other points, from the beginning of an epoch. */
  usePoints(data: DataSetup): void {
    const { classes } = this.current.data;
    if (data.classes !== classes) {
      throw new RangeError(`The points have ${data.classes} classes; expected ${classes}, as the model has`);
    }
    this.current = { ...this.current, data };
    this.built = { ...this.built, ...pointsOf(this.current) };
    this.goOn(false);
  }

  /** How good the model is now. */
  measure(): Measured {
    const { training, test, model } = this.built;
    const penalties = regularizersOf(this.current.training).map((each) => each.penalty(model.parameters));
    const [loss = Number.NaN, right = Number.NaN] = this.tried(training);
    const [testLoss, testAccuracy] = this.tried(test);
    return {
      loss: penalties.reduce((sum, penalty) => sum + penalty, loss),
      accuracy: right,
      testLoss,
      testAccuracy,
    };
  }

  /** The points of the loss curve that are new since the last call. */
  takeCurve(): CurvePoint[] {
    return this.curve.take();
  }

  /** The loss and the accuracy on some points; neither if there are none. */
  private tried(points: LabeledPoints | undefined): [] | [loss: number, accuracy: number] {
    if (points === undefined || points.y.length === 0) return [];
    const scores = this.built.model.predict(points.x);
    return [softmaxCrossEntropy(scores, points.y).loss, accuracy(scores, points.y)];
  }

  private trained(): Generator<TrainingStep, void> {
    const { model, training: data, random } = this.built;
    const rows = data.y.length;
    if (rows === 0) throw new NoPointsError();
    return train({
      model,
      loss: softmaxCrossEntropy,
      optimizer: this.optimizer,
      data,
      epochs: Number.MAX_SAFE_INTEGER,
      regularizers: regularizersOf(this.current.training),
      schedule: scheduleOf(this.current.training),
      from: this.progress,
      ...batchOptions(this.current, rows, random),
    });
  }

  /** Makes the next step with what the run has now, in the same epoch or in a new one. */
  private goOn(inSameEpoch: boolean): void {
    if (this.progress && !inSameEpoch) this.progress = { ...this.progress, batch: 0, order: null };
    this.steps = undefined;
    this.undo = undefined;
  }
}

function optimizerOf({ optimizer, learningRate, l2 }: TrainingSetup, { model }: Built): Optimizer {
  return OPTIMIZERS[optimizer](model.parameters, learningRate, l2);
}

/** Gives an optimizer the averages of another one, if it keeps the same. */
function takeOver(from: Optimizer, to: Optimizer): void {
  const names = Object.keys(to.state);
  if (names.join() !== Object.keys(from.state).join()) return;
  for (const name of names) to.state[name]?.data.set(from.state[name]?.data ?? []);
  to.steps = from.steps;
}
