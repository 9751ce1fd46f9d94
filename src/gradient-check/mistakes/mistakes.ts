import type { Mistake } from "../evidence.js";
import { factor } from "./factor.js";
import { transposed } from "./transposed.js";
import { zeros } from "./zeros.js";

/** All that is looked for, most specific first. What fits in one group makes those after it needless. */
export const mistakes: readonly (readonly Mistake[])[] = [[zeros, factor, transposed]];
