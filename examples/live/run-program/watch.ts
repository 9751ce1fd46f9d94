import { type LabeledPoints, type Layer, Matrix, type Optimizer } from "spiralnet";
import { LIMITS } from "../limits.js";
import { labelsOf } from "./labels-of.js";
import type { AddedPenalty, ComputedLoss, ForwardPass } from "./pass.js";
import { ProgramTraining } from "./training.js";

/**
 * Finds out what a program trains from what it asks of the library: a forward pass, the loss of what came out, and
 * a step that changes the layers of the pass. A model that is not trained on points of the plane is passed over.
 */
export class Watch {
  private readonly passes = new WeakMap<Matrix, ForwardPass>();
  private readonly labels = new WeakMap<Matrix, ArrayLike<number>>();
  private readonly trainings = new WeakMap<Layer, ProgramTraining>();
  private last: ForwardPass | undefined;
  private test: LabeledPoints | undefined;
  private newest: ProgramTraining | undefined;

  /** `stepped` hears of each step of the model that was begun last. */
  constructor(private readonly stepped: (training: ProgramTraining) => void) {}

  /** The program made points, or divided them. */
  made(result: unknown): void {
    const { x, y, training, test } = result as Record<string, unknown>;
    if (x instanceof Matrix && y !== undefined) this.know(x, y);
    if (training !== undefined) this.made(training);
    if (test === undefined) return;
    const tested = test as LabeledPoints;
    const labels = this.know(tested.x, tested.y);
    if (labels !== undefined) this.test = { x: tested.x, y: Int32Array.from(labels) };
  }

  /** A model, or one of several layers in turn, made y of x. */
  forward(layer: Layer, x: Matrix, y: Matrix): void {
    const before = this.passes.get(x);
    this.last = {
      x: before?.x ?? x,
      layers: before ? [...before.layers, layer] : [layer],
      y,
      computed: undefined,
      testLoss: undefined,
      penalties: [],
    };
    this.passes.set(y, this.last);
  }

  /** The program computed a loss. */
  loss(outputs: Matrix, computed: ComputedLoss): void {
    const pass = this.passes.get(outputs);
    if (pass === undefined) return; // of a prediction, or of numbers that were changed since
    pass.computed = computed;
    this.trainingOf(pass)?.computed(pass);
  }

  /** The program added a penalty. */
  penalty(added: AddedPenalty): void {
    this.last?.penalties.push(added);
  }

  /** The program made a step. */
  step(optimizer: Optimizer): void {
    const pass = this.last;
    if (pass === undefined || !changes(optimizer, pass)) return;
    const training = this.trainingOf(pass);
    if (training === undefined) return;
    if (training.iteration === 0) this.newest = training;
    if (training !== this.newest) return;
    training.stepped(pass, this.labelsOf(pass), optimizer.learningRate);
    this.stepped(training);
  }

  private know(x: Matrix, y: unknown): ArrayLike<number> | undefined {
    const labels = x.cols === 2 ? labelsOf(y) : undefined;
    if (labels !== undefined) this.labels.set(x, labels);
    return labels;
  }

  private labelsOf({ x, computed }: ForwardPass): ArrayLike<number> | undefined {
    return this.labels.get(x) ?? (computed && this.know(x, computed.targets));
  }

  /** The training that a pass belongs to; undefined if the page can't show it. */
  private trainingOf(pass: ForwardPass): ProgramTraining | undefined {
    const { x, y, layers, computed } = pass;
    const known = this.trainings.get(layers[0]);
    if (known !== undefined) return known;
    const isClassifier = computed ? this.labelsOf(pass) !== undefined : y.cols > 1;
    if (x.cols !== 2 || y.cols > LIMITS.classes[1] || !isClassifier) return undefined;
    const training = new ProgramTraining(pass, this.test);
    this.trainings.set(layers[0], training);
    return training;
  }
}

/** Whether an optimizer has a parameter of the layers of a pass. */
function changes({ parameters }: Optimizer, { layers }: ForwardPass): boolean {
  const data = new Set(parameters.map(({ value }) => value.data));
  return layers.some((layer) => layer.parameters.some(({ value }) => data.has(value.data)));
}
