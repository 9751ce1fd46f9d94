import { checkBoolean } from "../errors/kind.js";
import { checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import type { RandomState } from "../index.js";

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

/** What the options say, whether they are given or not. */
export interface Judging {
  readonly random: RandomState | undefined;
  readonly tolerance: number;
  readonly errors: boolean | undefined;
}

/** The options, checked. */
export function judgingOf(
  check: string,
  options: CheckOptions & { readonly like?: unknown },
  own: readonly string[] = [],
): Judging {
  checkOptions(check, options, ["like", "random", "tolerance", "errors", ...own]);
  const { random, tolerance = 1e-9, errors } = options;
  checkPositive(`${check}: tolerance`, tolerance);
  if (errors !== undefined) checkBoolean(`${check}: errors`, errors);
  if (random !== undefined && typeof random?.randint !== "function") {
    wrongType(`${check}: random`, random, "a RandomState");
  }
  return { random, tolerance, errors };
}
