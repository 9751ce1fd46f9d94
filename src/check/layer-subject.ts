import { type Computed, Container, type Layer, type Matrix, type Parameter, type Pass } from "../index.js";
import { calling } from "./misfit.js";

/** A layer, of a class or as functions: what the comparison needs of it. */
export interface Subject {
  /** The parameters in the order of the library's layer, live. */
  readonly values: readonly Matrix[];
  /** What passes change, by the library's names, as far as it can be seen. */
  readonly state: Layer["state"];
  /**
   * The result of x, and the way back to dL/dx and the gradients of the parameters. What is written to x and
   * to dL/dy shows in them. With other numbers, both go through one pass, and the results are added.
   */
  run(x: Matrix, other?: Matrix): { readonly y: Matrix; back(dy: Matrix): readonly (Matrix | undefined)[] };
  /** The result in inference, if it is to be compared. */
  readonly predict: ((x: Matrix) => Matrix) | undefined;
}

/** A layer whose parameters and state stand in the order and under the names of another. */
export function layerSubject(
  layer: Layer,
  parameters: readonly Parameter[],
  state: Layer["state"],
  inputGradient: boolean,
): Subject {
  return {
    values: parameters.map(({ value }) => value),
    state,
    run(x, other) {
      const probe = probeOf(layer, x, other);
      const y = calling("forward", () => probe.forward(x));
      return {
        y,
        back(dy) {
          probe.given = dy;
          const dx = calling("backward", () => probe.backward(dy, { inputGradient }));
          return [dx, ...parameters.map(({ gradient }) => gradient.copy())];
        },
      };
    },
    predict: (x) => calling("predict", () => probeOf(layer, x).predict(x)),
  };
}

/**
 * Runs a layer within a pass of its own, so that a forward pass of the layer that waits for its `backward`
 * stays as it is. What the layer writes to its arguments shows in what was given.
 */
class Probe extends Container<number, number, readonly [Layer]> {
  override readonly name: string;
  override readonly rowwise = false;
  /** dL/dy as it is given. */
  given: Matrix | undefined;

  /**
   * @param x - the input as it is given
   * @param other - what goes in too, in the same pass; the result is the sum then, dL/dx that of x
   */
  constructor(
    subject: Layer,
    private readonly x: Matrix,
    private readonly other?: Matrix,
  ) {
    super([subject]);
    this.name = subject.name;
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const [subject] = this.layers;
    const first = pass.run(subject, x);
    const second = this.other && pass.run(subject, this.other.copy());
    this.x.assignInPlace(x);
    return {
      y: second ? first.y.add(second.y) : first.y,
      back: (dy, needed) => {
        const copy = dy.copy();
        const dx = first.back(dy, needed);
        this.given?.assignInPlace(dy);
        second?.back(copy, needed);
        return dx;
      },
    };
  }
}

function probeOf(layer: Layer, x: Matrix, other?: Matrix): Probe {
  try {
    return new Probe(layer, x, other);
  } catch (error) {
    // It says what is wrong with the layer, which is not known as layer 0 of a probe.
    throw new TypeError((error as Error).message.replace(/^\w+: layer 0 \((.*?)\)/, "$1"));
  }
}
