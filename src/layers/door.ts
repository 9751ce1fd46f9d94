import { checkBoolean } from "../errors/kind.js";
import { checkOptions } from "../errors/options.js";
import { PassError } from "../errors/pass-error.js";
import { checkAllFinite, checkGradient, checkInput } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import { checkDistinct, checkParameters } from "../parameters/check-parameters.js";
import { Arena } from "./arena.js";
import { checkState } from "./check-state.js";
import type { BackwardOptions, Computed, Layer } from "./layer.js";
import { LayerPass } from "./pass.js";
import { rowsAtATime } from "./rows-at-a-time.js";
import { savepoint } from "./savepoint.js";
import { nameOf } from "./summary.js";

/** Some rows of a pass, and their way back. */
interface Part {
  readonly start: number;
  readonly computed: Computed;
}

/** A forward pass that waits for its way back. */
interface OpenPass {
  readonly pass: LayerPass;
  readonly arena: Arena;
  readonly parts: readonly Part[];
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
}

/**
 * The way into a layer and out again: checks and copies what comes in, runs the layer's formulas, copies what
 * goes out, and keeps the way back. It takes the rows in parts if there are many of them, and then the sums
 * of the gradients go on from part to part, so the numbers are the same to the last bit.
 */
export class Door {
  private open: OpenPass | undefined;
  private iteration = 0;
  /** Memory that no pass holds. A pass within a pass of the same layer finds none of that pass's. */
  private readonly idle: Arena[] = [];

  constructor(private readonly layer: Layer) {}

  forward(x: Matrix): Matrix {
    const operation = this.checkedOperation("forward", x);
    const { state } = this.layer;
    checkState(`${operation}: state`, state);
    const rewind = savepoint(Object.values(state));
    const arena = this.open?.arena ?? this.idle.pop() ?? new Arena();
    this.open = undefined;
    arena.rewind();
    const pass = new LayerPass(this.layer, true, `${operation}: iteration ${this.iteration}`, arena);
    const parts: Part[] = [];
    try {
      const y = this.through(x, pass, (part) => parts.push(part));
      this.open = { pass, arena, parts, rows: x.rows, inputs: x.cols, outputs: y.cols };
      this.iteration++;
      return y;
    } catch (error) {
      rewind(); // A pass that fails leaves no trace in running means and random generators.
      throw error;
    }
  }

  predict(x: Matrix): Matrix {
    const operation = this.checkedOperation("predict", x);
    const arena = this.idle.pop() ?? new Arena();
    arena.rewind();
    const y = this.through(x, new LayerPass(this.layer, false, operation, arena), () => arena.rewind());
    this.idle.push(arena);
    return y;
  }

  backward(gradient: Matrix, options: BackwardOptions): Matrix | undefined {
    const { parameters } = this.layer;
    const operation = `${nameOf(this.layer)}.backward`;
    checkOptions(operation, options, ["inputGradient"]);
    const { inputGradient = false } = options;
    checkBoolean(`${operation}: inputGradient`, inputGradient);
    if (this.open === undefined) {
      throw new PassError(
        `${operation}: no forward pass to go back through; call forward before each backward`,
      );
    }
    const { pass, arena, parts, rows, inputs, outputs } = this.open;
    checkGradient(operation, gradient, [rows, outputs]);
    checkAllFinite(operation, "gradient", gradient);
    checkParameters(operation, parameters);

    this.open = undefined;
    for (const parameter of parameters) parameter.gradient.data.fill(0);
    const dx = inputGradient ? Matrix.zeros(rows, inputs) : undefined;
    const gradients = this.idle.pop() ?? new Arena();
    pass.turn(gradients);
    for (const { start, computed } of parts) {
      gradients.rewind();
      const given = copiedRows(pass, gradient, start, computed.y.rows);
      const part = computed.back(given, inputGradient);
      if (dx && part) dx.data.set(part.data, start * inputs);
    }
    this.idle.push(gradients, arena);
    return dx;
  }

  private checkedOperation(method: "forward" | "predict", x: Matrix): string {
    const { layer } = this;
    const operation = `${nameOf(layer)}.${method}`;
    checkInput(operation, x, layer.inputs);
    checkParameters(operation, layer.parameters);
    checkDistinct(operation, layer.parameters);
    return operation;
  }

  /** y, made of some rows of x after the other. */
  private through(x: Matrix, pass: LayerPass, after: (part: Part) => void): Matrix {
    const step = rowsAtATime(this.layer, x);
    let y: Matrix | undefined;
    let start = 0;
    do {
      pass.begin(start);
      const rows = copiedRows(pass, x, start, Math.min(step, x.rows - start));
      const computed = pass.run(this.layer, rows);
      pass.checkFinite(computed.y);
      y ??= Matrix.zeros(x.rows, computed.y.cols);
      y.data.set(computed.y.data, start * y.cols);
      after({ start, computed });
      start += step;
    } while (start < x.rows);
    return y;
  }
}

/** Some rows of a matrix in the memory of a pass. */
function copiedRows(pass: LayerPass, { cols, data }: Matrix, start: number, rows: number): Matrix {
  const copy = pass.matrix(rows, cols);
  copy.data.set(data.subarray(start * cols, (start + rows) * cols));
  return copy;
}
