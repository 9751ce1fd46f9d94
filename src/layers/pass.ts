import { NonFiniteError } from "../errors/non-finite-error.js";
import { allFinite } from "../kernels/all-finite.js";
import { checkColumns, isMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import { checkDimensions } from "../matrix/memory.js";
import { placeOf } from "../matrix/place-of.js";
import type { Arena } from "./arena.js";
import { checkComputed, checkGiven, checkReturned, formulasOf } from "./check-computed.js";
import type { Computed, Layer, Pass } from "./layer.js";
import { describeLayer, nameOf } from "./summary.js";

/** A pass as the door of a layer makes it. Whatever runs within it is checked here. */
export class LayerPass implements Pass {
  /** Which layer made a matrix, in the order in which they did. */
  private readonly makers = new Map<Matrix, Layer>();
  firstRow = 0;
  /** The gradients that are cleared before the way back. */
  private readonly gradients: ReadonlySet<Float64Array>;

  /**
   * @param root - the layer that was called
   * @param operation - what was called, with the iteration if it is a training pass
   * @param arena - the memory of the direction that the pass goes in
   */
  constructor(
    private readonly root: Layer,
    readonly training: boolean,
    private readonly operation: string,
    private arena: Arena,
  ) {
    this.gradients = new Set(training ? root.parameters.map(({ gradient }) => gradient.data) : []);
  }

  matrix(rows: number, cols: number): Matrix {
    checkDimensions("pass.matrix", rows, cols);
    return this.arena.matrix(rows, cols);
  }

  /** Other rows are on their way now, from `firstRow` on. */
  begin(firstRow: number): void {
    this.firstRow = firstRow;
    this.makers.clear();
  }

  /** From now on matrices come from another arena: that of the way back. */
  turn(arena: Arena): void {
    this.arena = arena;
  }

  run(layer: Layer, x: Matrix): Computed {
    const formulas = formulasOf(layer);
    if (!isMatrix(x) || x.cols !== (layer.inputs ?? x.cols)) checkColumns(nameOf(layer), x, layer.inputs);
    if (this.training) this.checkListed(layer);
    const computed = formulas.compute(x, this);
    checkComputed(layer, x, computed);
    // What a layer within this one made, or got, is not its own.
    if (!this.makers.has(computed.y)) this.makers.set(computed.y, layer);
    return {
      y: computed.y,
      back(gradient, needed) {
        checkGiven(layer, computed.y, gradient);
        const dx = computed.back(gradient, needed);
        if (needed) checkReturned(layer, x, dx);
        return dx;
      },
    };
  }

  /**
   * Throws if a layer has parameters that the called one does not list: their gradients would never be
   * cleared.
   */
  private checkListed(layer: Layer): void {
    const missing = layer.parameters.find(({ gradient }) => !this.gradients.has(gradient.data));
    if (missing === undefined) return;
    const runs = `${nameOf(this.root)} runs ${nameOf(layer)} and does not list its parameter ${missing.name}`;
    throw new TypeError(`${runs}; expected it among ${nameOf(this.root)}'s parameters, as Container does it`);
  }

  /** Throws if y is not finite, and says which layer was the first to make such a number. */
  checkFinite(y: Matrix): void {
    if (allFinite(y.data)) return;
    for (const [made, maker] of this.makers) {
      const index = made.data.findIndex((value) => !Number.isFinite(value));
      if (index < 0) continue;
      const place = placeOf("y", made, this.firstRow * made.cols + index);
      throw new NonFiniteError(
        `${this.operation}: ${describeLayer(maker)} makes ${place} ${made.data[index]}`,
        "finite numbers: if this happens in training, it diverges, and a lower learning rate may help",
      );
    }
  }
}
