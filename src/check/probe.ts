import { type Computed, Container, type Layer, type Matrix, type Pass } from "../index.js";

/**
 * Runs a layer within a pass of its own, so that a forward pass of the layer that waits for its `backward`
 * stays as it is. Keeps what the layer leaves of its arguments.
 */
export class Probe extends Container<number, number, readonly [Layer]> {
  override readonly name: string;
  override readonly rowwise = false;
  /** x after the pass. */
  x: Matrix | undefined;
  /** dL/dy after the way back. */
  gradient: Matrix | undefined;

  /** @param other - what goes in too, in the same pass; the result is the sum then, dL/dx that of x */
  constructor(
    subject: Layer,
    private readonly other?: Matrix,
  ) {
    super([subject]);
    this.name = subject.name;
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const [subject] = this.layers;
    const first = pass.run(subject, x);
    const second = this.other && pass.run(subject, this.other.copy());
    this.x = x.copy();
    return {
      y: second ? first.y.add(second.y) : first.y,
      back: (gradient, needed) => {
        const copy = gradient.copy();
        const dx = first.back(gradient, needed);
        this.gradient = gradient.copy();
        second?.back(copy, needed);
        return dx;
      },
    };
  }
}
