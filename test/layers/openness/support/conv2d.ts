import { type Computed, heNormal, Layer, Matrix, type Parameter, parameter, RandomState } from "spiralnet";

/** Pictures and the filters that go over them. */
export interface Conv2DOptions {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly filters: number;
  /** Rows and columns of a filter. */
  readonly size: number;
  readonly random?: RandomState;
}

/**
 * A convolution with stride 1 and no padding. Each row of x is a picture, height x width x channels, each row
 * of y what the filters see in it, (height − size + 1) x (width − size + 1) x filters, the channels last in
 * both.
 *
 * P holds every patch that a filter covers as a row of its own ("im2col"): Y = PW + b, ∂L/∂W = PᵀG, ∂L/∂b = Σ
 * Gᵢ, ∂L/∂P = GWᵀ, and ∂L/∂x sums ∂L/∂P over the patches that a pixel is in.
 */
export class Conv2D extends Layer {
  override readonly rowwise: boolean = true;
  override readonly inputs: number;
  override readonly outputs: number;
  readonly weights: Parameter;
  readonly biases: Parameter;
  override readonly parameters: readonly Parameter[];
  /** Where in a picture the numbers of all its patches stand, patch by patch. */
  private readonly places: readonly number[];

  constructor({ height, width, channels, filters, size, random = new RandomState() }: Conv2DOptions) {
    super();
    const patches = (height - size + 1) * (width - size + 1);
    this.inputs = height * width * channels;
    this.outputs = patches * filters;
    this.weights = parameter("weights", heNormal(size * size * channels, filters, random), "weight");
    this.biases = parameter("biases", Matrix.zeros(1, filters), "bias");
    this.parameters = [this.weights, this.biases];
    this.places = Array.from({ length: patches * size * size * channels }, (_, i) => {
      const [patch, inPatch] = divided(i, size * size * channels);
      const [top, left] = divided(patch, width - size + 1);
      const [down, along] = divided(inPatch, size * channels);
      return ((top + down) * width + left) * channels + along;
    });
  }

  protected override compute(x: Matrix): Computed {
    const { weights: W, biases: b, places } = this;
    const P = Matrix.zeros((x.rows * places.length) / W.value.rows, W.value.rows);
    for (let i = 0; i < P.data.length; i++) P.data[i] = x.data[this.placeOf(i)] as number;
    return {
      y: P.matmul(W.value).add(b.value).reshape(x.rows, this.outputs),
      back: (gradient) => {
        const G = gradient.reshape(P.rows, b.value.cols);
        W.gradient.addInPlace(P.transpose().matmul(G));
        b.gradient.addInPlace(G.sum(0));
        const dP = G.matmul(W.value.transpose());
        const dx = Matrix.zeros(x.rows, x.cols);
        dP.data.forEach((value, i) => {
          dx.data[this.placeOf(i)] = (dx.data[this.placeOf(i)] as number) + value;
        });
        return dx;
      },
    };
  }

  /** Where in x the number stands that is element i of P. */
  private placeOf(i: number): number {
    const [picture, inPicture] = divided(i, this.places.length);
    return picture * this.inputs + (this.places[inPicture] as number);
  }
}

/** Quotient and remainder. */
function divided(number: number, by: number): [quotient: number, remainder: number] {
  return [Math.floor(number / by), number % by];
}
