import { type Computed, Layer, type Matrix, type Parameter } from "spiralnet";

/**
 * A product with weights that may belong to another layer too: Y = XW, or Y = XWᵀ if `transposed`. With G =
 * ∂L/∂Y: ∂L/∂W = XᵀG and ∂L/∂X = GWᵀ, or ∂L/∂W = GᵀX and ∂L/∂X = GW.
 */
export class Linear extends Layer {
  override readonly rowwise: boolean = true;
  override readonly inputs: number;
  override readonly outputs: number;
  override readonly parameters: readonly [Parameter];

  constructor(
    weights: Parameter,
    private readonly transposed = false,
  ) {
    super();
    const { rows, cols } = weights.value;
    [this.inputs, this.outputs] = transposed ? [cols, rows] : [rows, cols];
    this.parameters = [weights];
  }

  protected override compute(x: Matrix): Computed {
    const [{ value: W, gradient: dW }] = this.parameters;
    if (this.transposed) {
      return {
        y: x.matmul(W.transpose()),
        back(G) {
          dW.addInPlace(G.transpose().matmul(x));
          return G.matmul(W);
        },
      };
    }
    return {
      y: x.matmul(W),
      back(G) {
        dW.addInPlace(x.transpose().matmul(G));
        return G.matmul(W.transpose());
      },
    };
  }
}
