import { type Computed, Layer, type Matrix } from "spiralnet";

/** An error with a class of its own, as applications have them. */
class Broken extends RangeError {}

/** Passes everything on, or throws on the way that it is told to break on. */
export class Fragile extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;
  breaks: "nowhere" | "in compute" | "in back" = "nowhere";
  readonly error = new Broken("broken");

  protected override compute(x: Matrix): Computed {
    if (this.breaks === "in compute") throw this.error;
    return {
      y: x,
      back: (gradient) => {
        if (this.breaks === "in back") throw this.error;
        return gradient;
      },
    };
  }
}
