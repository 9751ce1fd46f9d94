import { checkInteger } from "../errors/number.js";
import { wrongType } from "../errors/wrong.js";
import { allFinite } from "../kernels/all-finite.js";
import { checkColumns, checkMatrix, checkSameShape, placeOf } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Arena } from "./arena.js";
import type { Computed, Layer, Pass } from "./layer.js";
import { describeLayer, nameOf } from "./summary.js";

/** What the pass calls of a layer, which is protected from everyone else. */
interface Computes {
  compute(x: Matrix, pass: Pass): Computed;
}

/** A pass as the door of a layer makes it. Whatever runs within it is checked here. */
export class LayerPass implements Pass {
  /** Which layer made a matrix, in the order in which they did. */
  private readonly makers = new Map<Matrix, Layer>();
  /** The first row of those that are on their way. */
  private start = 0;
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
    this.gradients = new Set(root.parameters.map(({ gradient }) => gradient.data));
  }

  matrix(rows: number, cols: number): Matrix {
    checkInteger("pass.matrix: rows", rows, 0);
    checkInteger("pass.matrix: cols", cols, 0);
    return this.arena.matrix(rows, cols);
  }

  /** Other rows are on their way now, from `start` on. */
  begin(start: number): void {
    this.start = start;
    this.makers.clear();
  }

  /** From now on matrices come from another arena: that of the way back. */
  turn(arena: Arena): void {
    this.arena = arena;
  }

  run(layer: Layer, x: Matrix): Computed {
    checkComputes(layer);
    checkColumns(nameOf(layer), x, layer.inputs);
    // An elementwise layer may hide an infinity, as tanh and ReLU do; any other spreads it, and the door finds it in the result.
    if (layer.elementwise) this.checkFinite(x);
    this.checkListed(layer);
    const computed = (layer as unknown as Computes).compute(x, this);
    checkComputed(layer, x, computed);
    // What a layer within this one made, or got, is not its own.
    if (!this.makers.has(computed.y)) this.makers.set(computed.y, layer);
    return {
      y: computed.y,
      back(gradient, needed) {
        checkGiven(layer, computed.y, gradient);
        const dx = computed.back(gradient, needed);
        if (needed) checkInputGradient(layer, x, dx);
        return dx;
      },
    };
  }

  /** Throws if a layer has parameters that the called one does not list: their gradients would never be cleared. */
  private checkListed(layer: Layer): void {
    const missing = layer.parameters.find(({ gradient }) => !this.gradients.has(gradient.data));
    if (missing === undefined) return;
    const runs = `${nameOf(this.root)} runs ${nameOf(layer)} and does not list its parameter ${missing.name}`;
    throw new TypeError(`${runs}; expected it among ${nameOf(this.root)}'s parameters, as Container does it`);
  }

  /** Throws if something that a layer of this pass made is not finite, and says which layer was the first to make such a number. */
  checkFinite(y: Matrix): void {
    if (!this.makers.has(y) || allFinite(y.data)) return;
    for (const [made, maker] of this.makers) {
      const index = made.data.findIndex((value) => !Number.isFinite(value));
      if (index >= 0) throw this.divergence(made, maker, index);
    }
  }

  private divergence(y: Matrix, maker: Layer, index: number): RangeError {
    const place = placeOf("y", y, this.start * y.cols + index);
    return new RangeError(
      `${this.operation}: ${describeLayer(maker)} makes ${place} ${y.data[index]}; expected finite numbers: ` +
        "if this happens in training, it diverges, and a lower learning rate may help",
    );
  }
}

/** Throws unless a layer has formulas, which a program without types may have forgotten. */
function checkComputes(layer: unknown): void {
  if (typeof (layer as Partial<Computes> | null | undefined)?.compute === "function") return;
  wrongType("pass.run: layer", layer, "a layer with a method compute");
}

/** Throws unless a layer made what it declares. */
function checkComputed(layer: Layer, x: Matrix, computed: Computed): void {
  const place = `${nameOf(layer)}.compute`;
  if (typeof computed?.back !== "function") {
    wrongType(`${place}: what it returned`, computed, "an object with y and back");
  }
  const { y } = computed;
  checkMatrix(`${place}: y`, y);
  const cols = layer.elementwise ? x.cols : (layer.outputs ?? y.cols);
  checkSameShape(place, y.shape, [x.rows, cols], ["y", "what the layer declares"]);
}

/** Throws unless the layer around gives dL/dy. */
function checkGiven(layer: Layer, y: Matrix, gradient: unknown): void {
  const place = `${nameOf(layer)}.back`;
  checkMatrix(`${place}: the gradient`, gradient);
  checkSameShape(place, gradient.shape, y.shape, ["the gradient", "y"]);
}

function checkInputGradient(layer: Layer, x: Matrix, dx: unknown): void {
  const place = `${nameOf(layer)}.compute`;
  checkMatrix(`${place}: what back returned`, dx);
  checkSameShape(place, dx.shape, x.shape, ["what back returned", "x"]);
}
