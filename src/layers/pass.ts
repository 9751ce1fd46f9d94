import { wrongType } from "../errors/wrong.js";
import { allFinite } from "../kernels/all-finite.js";
import { checkMatrix, checkSameShape, placeOf } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Arena } from "./arena.js";
import type { Computed, Layer, Pass } from "./layer.js";
import { describeLayer, nameOf } from "./summary.js";

/** A pass as the door of a layer makes it. Whatever runs within it is checked here. */
export class LayerPass implements Pass {
  /** Which layer made a matrix. */
  private readonly makers = new Map<Matrix, Layer>();

  /**
   * @param operation - what the reader called, with the iteration if it is a training pass
   * @param arena - the memory of the direction that the pass goes in
   */
  constructor(
    readonly training: boolean,
    private readonly operation: string,
    private arena: Arena,
  ) {}

  matrix(rows: number, cols: number): Matrix {
    return this.arena.matrix(rows, cols);
  }

  /** From now on matrices come from another arena: that of the way back. */
  turn(arena: Arena): void {
    this.arena = arena;
  }

  run(layer: Layer, x: Matrix): Computed {
    // An elementwise layer may hide an infinity, as tanh and ReLU do; any other spreads it, and the door finds it in the result.
    if (layer.elementwise) this.checkFinite(x);
    const { compute } = layer as unknown as { compute: (x: Matrix, pass: Pass) => Computed };
    const computed = compute.call(layer, x, this);
    checkComputed(layer, x, computed);
    // What a layer within this one made, or got, is not its own.
    if (!this.makers.has(computed.y)) this.makers.set(computed.y, layer);
    return {
      y: computed.y,
      back(gradient, needed) {
        const dx = computed.back(gradient, needed);
        if (needed) checkInputGradient(layer, x, dx);
        return dx;
      },
    };
  }

  /** Throws if something that a layer of this pass made is not finite, and says which layer. */
  checkFinite(y: Matrix): void {
    const maker = this.makers.get(y);
    if (maker === undefined || allFinite(y.data)) return;
    const index = y.data.findIndex((value) => !Number.isFinite(value));
    throw new RangeError(
      `${this.operation}: ${describeLayer(maker)} makes ${placeOf("y", y, index)} ${y.data[index]}; expected finite numbers: ` +
        "if this happens in training, it diverges, and a lower learning rate may help",
    );
  }
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

function checkInputGradient(layer: Layer, x: Matrix, dx: unknown): void {
  const place = `${nameOf(layer)}.compute`;
  checkMatrix(`${place}: what back returned`, dx);
  checkSameShape(place, dx.shape, x.shape, ["what back returned", "x"]);
}
