import { formulasOf } from "../layers/check-computed.js";
import { Container } from "../layers/container.js";
import type { Computed, Layer, Pass } from "../layers/layer.js";
import type { Matrix } from "../matrix/matrix.js";

/** A layer within another one, with what it gets in a pass. */
export interface InnerUse {
  readonly layer: Layer;
  readonly x: Matrix;
  /** dL/dy; undefined if the way back does not reach the layer. */
  outputGradient?: Matrix;
}

/** What the layers within a layer get on the way forward and back, in the order in which they run. */
export function innerUses(
  layer: Layer,
  x: Matrix,
  outputGradient: Matrix,
  inputGradient: boolean,
): InnerUse[] {
  const recorder = new Recorder([layer]);
  recorder.forward(x);
  recorder.backward(outputGradient, { inputGradient });
  return recorder.uses;
}

/** Runs a layer and keeps what each layer right within it gets. */
class Recorder extends Container<number, number, readonly [Layer]> {
  override readonly rowwise = false; // all rows at once
  readonly uses: InnerUse[] = [];

  protected override compute(x: Matrix, pass: Pass): Computed {
    const run = (layer: Layer, x: Matrix): Computed => {
      const use: InnerUse = { layer, x: x.copy() };
      this.uses.push(use);
      const { y, back } = pass.run(layer, x);
      return {
        y,
        back(gradient, needed) {
          use.outputGradient = gradient.copy();
          return back(gradient, needed);
        },
      };
    };
    const { training, firstRow } = pass;
    const recording = { training, firstRow, matrix: pass.matrix.bind(pass), run };
    return formulasOf(this.layers[0]).compute(x, recording);
  }
}
