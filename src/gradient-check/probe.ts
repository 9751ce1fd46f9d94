import { Container } from "../layers/container.js";
import type { Computed, Layer, Pass } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import { Matrix } from "../matrix/matrix.js";
import type { Gradient } from "./derivatives.js";

/** What a probe does to its layer, besides watching its arguments. */
export interface ProbeOptions {
  /** What the gradients of the parameters hold before the way back. */
  readonly held?: readonly Gradient[];
  /** Whether each row runs by itself. */
  readonly byRow?: boolean;
}

/**
 * Runs a layer within a pass of its own, so that a forward pass of the layer that waits for its `backward`
 * stays as it is. With options it also notices whether the layer writes to its arguments.
 */
export class Probe extends Container<number, number, readonly [Layer]> {
  override readonly name: string;
  override readonly inputs: number | undefined;
  override readonly rowwise = false;
  /** The argument that the layer has written to, if any. */
  written: string | undefined;

  constructor(
    subject: Layer,
    private readonly options?: ProbeOptions,
  ) {
    super([subject]);
    this.name = nameOf(subject);
    this.inputs = subject.inputs;
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const [subject] = this.layers;
    const { options } = this;
    if (options === undefined) return pass.run(subject, x);
    const parts = partsOf(x, options);
    const runs = parts.map((part) => pass.run(subject, part));
    this.compareArgument("x", parts, x);
    return {
      y: joined(runs.map(({ y }) => y)),
      back: (gradient, needed) => {
        options.held?.forEach((held, i) => {
          subject.parameters[i]?.gradient.assignInPlace(held.gradient);
        });
        const given = partsOf(gradient, options);
        const dx = runs.map(({ back }, i) => back(given[i] as Matrix, needed));
        this.compareArgument("the gradient it is given", given, gradient);
        return needed ? joined(dx as Matrix[]) : undefined;
      },
    };
  }

  private compareArgument(name: string, parts: readonly Matrix[], argument: Matrix): void {
    if (!joined(parts).equals(argument)) this.written = name;
  }
}

function partsOf(x: Matrix, { byRow }: ProbeOptions): Matrix[] {
  return byRow ? Array.from({ length: x.rows }, (_, i) => x.selectRows([i])) : [x.copy()];
}

/** The rows of all parts, one part below the other. */
function joined(parts: readonly Matrix[]): Matrix {
  const [first] = parts;
  return first && parts.length === 1 ? first : Matrix.fromRows(parts.flatMap((part) => part.toArray()));
}
