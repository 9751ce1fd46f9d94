import { wrongType } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkAllFinite, checkMatrix } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import { Printable } from "../matrix/printable.js";

/**
 * A matrix that training changes. Optimizers and regularizers see a list of these and nothing else. Made by
 * {@link parameter}.
 *
 * Both matrices are live: `backward` overwrites the gradient, an optimizer's step the value. `copy()` keeps
 * what they hold now.
 */
export interface Parameter {
  /** What messages call it, such as `weights`. */
  readonly name: string;
  /**
   * What the layer computes with. Assigning to it loads numbers: they are copied in if the shape is the same
   * and all are finite.
   */
  value: Matrix;
  /** dL/dvalue, of the same shape, as the last `backward` left it. */
  readonly gradient: Matrix;
  /** Regularizers act on weights and leave biases alone. */
  readonly role: "weight" | "bias";
}

/**
 * A parameter for a layer of your own, with a gradient of zeros. The value is copied.
 *
 * @param name - what messages call it
 * @param value - what training starts with
 * @param role - `"weight"` if regularizers are to act on it, else `"bias"`
 * @throws TypeError if an argument is not of its kind; RangeError if a number is NaN or infinite
 * @example
 * ```ts
 * import { Matrix, parameter } from "spiralnet";
 *
 * const slope = parameter("slope", Matrix.full(1, 1, 0.25), "weight");
 * slope.gradient; // => [[0]]
 * slope.value = Matrix.full(1, 1, 0.5); // loads a saved number
 * slope.value; // => [[0.5]]
 * ```
 */
export function parameter(name: string, value: Matrix, role: "weight" | "bias"): Parameter {
  if (typeof name !== "string") wrongType("parameter: name", name, "a string");
  checkMatrix(`parameter: the value of ${name}`, value);
  checkAllFinite("parameter", name, value);
  checkRole(`parameter: the role of ${name}`, role);
  return new OwnParameter(name, value.copy(), role);
}

/** Throws unless `role` is one that a parameter can have. */
export function checkRole(place: string, role: unknown): asserts role is Parameter["role"] {
  if (role !== "weight" && role !== "bias") wrongType(place, role, '"weight" or "bias"');
}

/** A parameter under the name that it has in a container, such as `0.weights`. */
export function renamed(parameter: Parameter, name: string): Parameter {
  return new RenamedParameter(name, parameter);
}

class OwnParameter extends Printable implements Parameter {
  readonly gradient: Matrix;

  constructor(
    readonly name: string,
    private readonly own: Matrix,
    readonly role: "weight" | "bias",
  ) {
    super();
    this.gradient = Matrix.zeros(own.rows, own.cols);
    Object.freeze(this);
  }

  get value(): Matrix {
    return this.own;
  }

  set value(values: Matrix) {
    const operation = `loading ${this.name}`;
    checkMatrix(`${operation}: the value`, values);
    checkSameShape(operation, values.shape, this.own.shape, ["the value", this.name]);
    checkAllFinite(operation, this.name, values);
    this.own.data.set(values.data);
  }

  toString(): string {
    return describe(this);
  }
}

class RenamedParameter extends Printable implements Parameter {
  constructor(
    readonly name: string,
    private readonly original: Parameter,
  ) {
    super();
  }

  get value(): Matrix {
    return this.original.value;
  }

  set value(values: Matrix) {
    this.original.value = values;
  }

  get gradient(): Matrix {
    return this.original.gradient;
  }

  get role(): "weight" | "bias" {
    return this.original.role;
  }

  toString(): string {
    return describe(this);
  }
}

function describe({ name, role, value, gradient }: Parameter): string {
  return `${name} (${role}): ${value}\ngradient: ${gradient}`;
}
