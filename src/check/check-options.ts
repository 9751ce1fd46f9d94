import { checkBoolean } from "../errors/kind.js";
import { checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { RandomState } from "../index.js";

/** How homework is compared with the library. */
export interface CheckOptions {
  /**
   * Where random inputs come from, by one draw, their seed. If not given, every call checks the same inputs.
   */
  readonly random?: RandomState | undefined;
  /**
   * The largest difference that passes, as a share of the largest element of the library's result; 1e-9 if
   * not given. Sums in another order differ by some 1e-15, a wrong formula by far more.
   */
  readonly tolerance?: number | undefined;
  /**
   * Whether an error that the library throws and the homework does not is a difference, such as that for a
   * wrong width or a label out of range. What is thrown does not matter. If not given, true for a layer of a
   * class, and false for functions: handouts don't ask for it there.
   */
  readonly errors?: boolean | undefined;
}

/** The options, checked. `seeded` makes the generator of the inputs, by a draw of the one given. */
export function optionsOf(
  check: string,
  options: CheckOptions & { readonly like?: unknown },
  asksForErrors: boolean,
  own: readonly string[] = [],
): { seeded: () => RandomState; tolerance: number; errors: boolean } {
  checkOptions(check, options, ["like", "random", "tolerance", "errors", ...own]);
  const { random, tolerance = 1e-9, errors = asksForErrors } = options;
  checkPositive(`${check}: tolerance`, tolerance);
  checkBoolean(`${check}: errors`, errors);
  if (random !== undefined && typeof random?.randint !== "function") {
    wrongType(`${check}: random`, random, "a RandomState");
  }
  // What looks like a generator may draw anything: RandomState refuses a seed that is none.
  const seeded = () => new RandomState(random ? Number(random.randint(2 ** 32)) : 0);
  return { seeded, tolerance, errors };
}
