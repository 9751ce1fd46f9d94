import { checkBoolean } from "../errors/kind.js";
import { checkInteger, checkPositive } from "../errors/number.js";
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

/** The options, checked, and what the optional ones are if not given. */
export function optionsOf(
  check: string,
  options: CheckOptions & { readonly like?: unknown },
  asksForErrors: boolean,
  own: readonly string[] = [],
): { random: RandomState; tolerance: number; errors: boolean } {
  checkOptions(check, options, ["like", "random", "tolerance", "errors", ...own]);
  const { random, tolerance = 1e-9, errors = asksForErrors } = options;
  checkPositive(`${check}: tolerance`, tolerance);
  checkBoolean(`${check}: errors`, errors);
  return { random: new RandomState(random === undefined ? 0 : seedFrom(check, random)), tolerance, errors };
}

function seedFrom(check: string, random: Partial<RandomState> | null): number {
  if (typeof random?.randint !== "function") wrongType(`${check}: random`, random, "a RandomState");
  const seed: unknown = random.randint(2 ** 32);
  checkInteger(`${check}: what random.randint returned`, seed, 0, 2 ** 32 - 1);
  return seed;
}
