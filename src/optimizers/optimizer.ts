import { checkBoolean } from "../errors/kind.js";
import { NonFiniteError } from "../errors/non-finite-error.js";
import { checkInteger, checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { addScaled } from "../kernels/add-scaled.js";
import { allFinite } from "../kernels/all-finite.js";
import { allocate } from "../kernels/allocate.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import { checkDistinct, checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";

/** What every optimizer takes. */
export interface OptimizerOptions {
  /** η, how far to go against the gradient; at least 0. */
  readonly learningRate: number;
  /** λ, at least 0, and 0 if not given. See {@link Optimizer.weightDecay}. */
  readonly weightDecay?: number | undefined;
  /** Whether weight decay acts on biases too; true if not given, as in PyTorch. */
  readonly decayBiases?: boolean | undefined;
}

/** What an optimizer's rule works on: one parameter in one step. */
export interface Update<Slot extends string = string> {
  /** θ, to be changed in place. It is a copy, so the parameter itself stays as it is until the step ends. */
  readonly value: Matrix;
  /** ∂L/∂θ, to be read only. */
  readonly gradient: Matrix;
  /** What the rule keeps from step to step, to be changed in place; copies as well. */
  readonly state: Readonly<Record<Slot, Matrix>>;
  /** Which step this is, from 1. */
  readonly step: number;
}

/** A matrix that outlives a step, and what the step under way makes of it. */
interface Draft {
  readonly name: string;
  matrix: Matrix;
  readonly next: Matrix;
}

/** What a step needs for one parameter. */
interface Workplace {
  /** The draft of its value, then those of what is kept for it. */
  readonly drafts: [Draft, ...Draft[]];
  /** The latter by slot. */
  readonly state: Record<string, Matrix>;
  /** Room for the gradient with weight decay, if there is any. */
  readonly gradient: Matrix | undefined;
}

/**
 * Changes parameters by what their gradients say. An optimizer of your own states its rule for one parameter
 * in `update`, and calls `keep` in its constructor for each matrix that the rule needs again in the next
 * step. All else is here: checks, weight decay, the state for checkpoints, and steps that happen whole or not
 * at all.
 *
 * @typeParam Slot - the names of what the rule keeps
 * @example
 * ```ts
 * import { Matrix, Optimizer, parameter, type Update } from "spiralnet";
 *
 * // Only the sign of the gradient counts.
 * class SignDescent extends Optimizer {
 *   protected override update({ value, gradient }: Update): void {
 *     value.subtractInPlace(gradient.map(Math.sign).multiply(this.learningRate));
 *   }
 * }
 * const w = parameter("w", Matrix.full(1, 2, 1), "weight");
 * w.gradient.assignInPlace(Matrix.fromRows([[30, -0.2]]));
 * new SignDescent([w], { learningRate: 0.5 }).step();
 * w.value; // => [[0.5, 1.5]]
 * ```
 */
export abstract class Optimizer<Slot extends string = string> {
  /** What messages call it; the name of its class if it sets none. */
  readonly name: string = this.constructor.name;
  /** What it changes. */
  readonly parameters: readonly Parameter[];
  /**
   * λ. Parameters lose a part of their size in each step: λθ is added to their gradient. As in PyTorch, biases
   * and the scales of normalizations do so too unless `decayBiases` is false; {@link L2} acts on weights alone.
   */
  readonly weightDecay: number;
  /** Whether weight decay acts on parameters of the role "bias" too. */
  readonly decayBiases: boolean;
  /**
   * What is kept from step to step: live matrices, named for their part in the rule and their parameter, such
   * as `momentum.0.weights`. Saving them and `steps`, and copying them into a new optimizer, continues a
   * training.
   */
  readonly state: Readonly<Record<string, Matrix>> = {};
  private readonly workplaces: readonly Workplace[];
  private rate = 0;
  private taken = 0;

  /**
   * Checks and keeps what every optimizer takes.
   *
   * @param own - the names of the options that the subclass adds
   * @throws RangeError or TypeError if an option is unknown, or the learning rate or the weight decay is
   * negative or not finite, or two parameters share numbers
   */
  constructor(parameters: readonly Parameter[], options: OptimizerOptions, own: readonly string[] = []) {
    const { name } = this;
    checkParameters(name, parameters);
    checkDistinct(name, parameters);
    checkOptions(name, options, ["learningRate", "weightDecay", "decayBiases", ...own]);
    const { learningRate, weightDecay = 0, decayBiases = true } = options;
    this.learningRate = learningRate;
    checkNonNegative(`${name}: weightDecay`, weightDecay);
    checkBoolean(`${name}: decayBiases`, decayBiases);
    this.weightDecay = weightDecay;
    this.decayBiases = decayBiases;
    this.parameters = [...parameters];
    this.workplaces = parameters.map(({ name, role, value }) => ({
      drafts: [{ name, matrix: value, next: alike(value) }],
      state: {},
      gradient: weightDecay > 0 && (decayBiases || role === "weight") ? alike(value) : undefined,
    }));
  }

  /** The rule for one parameter. */
  protected abstract update(update: Update<Slot>): void;

  /**
   * Keeps a matrix for each parameter, of its shape, from step to step. The rule finds it in the `state` that
   * it gets, under the same name.
   *
   * @param slot - what it is in the rule, such as `momentum`
   * @param initial - what it holds before the first step; 0 if not given
   * @example
   * ```ts
   * import {
   *   Matrix, Optimizer, type OptimizerOptions, type Parameter, parameter,
   * } from "spiralnet";
   * import type { Update } from "spiralnet";
   *
   * // v ← 0.9 v + g, θ ← θ − η v
   * class Rolling extends Optimizer<"velocity"> {
   *   constructor(parameters: readonly Parameter[], options: OptimizerOptions) {
   *     super(parameters, options);
   *     this.keep("velocity");
   *   }
   *   protected override update({
   *     value,
   *     gradient,
   *     state: { velocity },
   *   }: Update<"velocity">): void {
   *     velocity.multiplyInPlace(0.9).addInPlace(gradient);
   *     value.subtractInPlace(velocity.multiply(this.learningRate));
   *   }
   * }
   * const w = parameter("w", Matrix.full(1, 1, 5), "weight");
   * const rolling = new Rolling([w], { learningRate: 1 });
   * w.gradient.assignInPlace(1);
   * for (let i = 0; i < 3; i++) rolling.step();
   * w.value; // ≈ [[-0.61]]
   * rolling.state["velocity.w"]; // ≈ [[2.71]]
   * ```
   */
  protected keep(slot: Slot, initial = 0): void {
    const all = this.state as Record<string, Matrix>;
    for (const { drafts, state } of this.workplaces) {
      const [{ name: parameter, matrix: value }] = drafts;
      let name = `${slot}.${parameter}`;
      for (let n = 2; name in all; n++) name = `${slot}.${parameter}.${n}`;
      const matrix = Matrix.full<number, number>(value.rows, value.cols, initial);
      const next = alike(value);
      all[name] = matrix;
      state[slot] = next;
      drafts.push({ name, matrix, next });
    }
  }

  /**
   * Weight decay, before the rule: adds λθ to the gradient. AdamW shrinks the value instead. Both matrices
   * are copies, to be changed in place.
   */
  protected decayWeights(value: Matrix, gradient: Matrix): void {
    addScaled(gradient.data, this.weightDecay, value.data);
  }

  /** η; may be changed between steps, for example by a schedule. */
  get learningRate(): number {
    return this.rate;
  }

  /** @throws RangeError or TypeError if it is negative or not finite */
  set learningRate(value: number) {
    checkNonNegative(`${this.name}: learningRate`, value);
    this.rate = value;
  }

  /** How many steps were taken. To be set only together with `state`, if a training continues. */
  get steps(): number {
    return this.taken;
  }

  /** @throws RangeError or TypeError if it is not an integer of at least 0 */
  set steps(value: number) {
    checkInteger(`${this.name}: steps`, value, 0);
    this.taken = value;
  }

  /**
   * Moves every parameter against its gradient, as the rule says.
   *
   * @throws {@link NonFiniteError}, before anything is changed, if a parameter or a number kept for it would
   * become NaN or infinite: the training has diverged; ShapeError if a parameter has not the shape any more
   * that it had when the optimizer was made
   */
  step(): void {
    const { parameters, workplaces } = this;
    const operation = `${this.name}.step`;
    const before = `what it was when ${this.name} was made`;
    checkParameters(operation, parameters);
    const step = this.taken + 1;
    for (const [i, parameter] of parameters.entries()) {
      const { drafts, state, gradient } = workplaces[i] as Workplace;
      const [draft] = drafts;
      checkSameShape(operation, parameter.value.shape, draft.next.shape, [parameter.name, before]);
      draft.matrix = parameter.value;
      for (const { matrix, next } of drafts) next.data.set(matrix.data);
      if (gradient) {
        gradient.data.set(parameter.gradient.data);
        this.decayWeights(draft.next, gradient);
      }
      this.update({
        value: draft.next,
        gradient: gradient ?? parameter.gradient,
        state: state as Record<Slot, Matrix>,
        step,
      });
      for (const each of drafts) if (!allFinite(each.next.data)) throw this.divergence(each, parameter);
    }
    for (const { drafts } of workplaces) {
      for (const { matrix, next } of drafts) matrix.data.set(next.data);
    }
    this.taken = step;
  }

  private divergence({ name, matrix, next }: Draft, { gradient }: Parameter): NonFiniteError {
    const i = next.data.findIndex((number) => !Number.isFinite(number));
    return new NonFiniteError(
      `${this.name}.step: iteration ${this.taken}: ${placeOf(name, matrix, i)} would become ${next.data[i]} ` +
        `(it is ${matrix.data[i]}, its gradient ${gradient.data[i]})`,
      `finite numbers: try a lower learning rate than ${this.rate}`,
    );
  }
}

/** A matrix of the same shape for numbers that nobody outside sees. It holds anything at first. */
function alike({ rows, cols }: Matrix): Matrix {
  return new Matrix(rows, cols, allocate(rows * cols));
}
