import { Container } from "../layers/container.js";
import type { Computed, Layer, Pass } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import { Matrix } from "../matrix/matrix.js";
import type { Gradient } from "./derivatives.js";

/** How a probe runs its layer; x as a whole and with gradients of 0 if nothing is given. */
export interface ProbeOptions {
  /** What the gradients of the parameters hold before the way back. */
  readonly held?: readonly Gradient[];
  /** Whether each row runs by itself. */
  readonly byRow?: boolean;
}

/**
 * Runs a layer within a pass of its own, so that a forward pass of the layer that waits for its `backward` stays as it is. The layer gets
 * copies: what it writes to is noticed and does no harm.
 */
export class Probe extends Container<number, number, readonly [Layer]> {
  override readonly name: string;
  override readonly inputs: number | undefined;
  override readonly rowwise = false;
  /** The argument that the layer has written to, if any. */
  written: string | undefined;

  constructor(
    subject: Layer,
    private readonly options: ProbeOptions = {},
  ) {
    super([subject]);
    this.name = nameOf(subject);
    this.inputs = subject.inputs;
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const [subject] = this.layers;
    const parts = this.partsOf(x);
    const runs = parts.map((part) => pass.run(subject, part));
    this.compareArgument("x", parts, x);
    return {
      y: joined(runs.map(({ y }) => y)),
      back: (gradient) => {
        this.options.held?.forEach((held, i) => {
          subject.parameters[i]?.gradient.assignInPlace(held.gradient);
        });
        const given = this.partsOf(gradient);
        const dx = runs.map(({ back }, i) => back(given[i] as Matrix, true) as Matrix);
        this.compareArgument("the gradient it is given", given, gradient);
        return joined(dx);
      },
    };
  }

  private partsOf(x: Matrix): Matrix[] {
    return this.options.byRow ? Array.from({ length: x.rows }, (_, i) => x.selectRows([i])) : [x.copy()];
  }

  private compareArgument(name: string, parts: readonly Matrix[], argument: Matrix): void {
    if (!joined(parts).equals(argument)) this.written = name;
  }
}

/** The rows of all parts, one part below the other. */
function joined(parts: readonly Matrix[]): Matrix {
  const [first] = parts;
  return first && parts.length === 1 ? first : Matrix.fromRows(parts.flatMap((part) => part.toArray()));
}
