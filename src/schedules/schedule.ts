/**
 * A learning rate for each step, from 0. A function of your own is one, too.
 *
 * @example
 * ```ts
 * import { Dense, type Schedule, SGD } from "spiralnet";
 *
 * const schedule: Schedule = (step) => 0.1 / (1 + 0.01 * step);
 * const sgd = new SGD(new Dense(2, 3).parameters, { learningRate: 0.1 });
 * for (let i = 0; i < 100; i++) {
 *   sgd.learningRate = schedule(sgd.steps);
 *   sgd.step();
 * }
 * Array.from({ length: 3 }, (_, step) => schedule(step * 100));
 * // ≈ [0.1, 0.05, 0.0333333]
 * ```
 */
export type Schedule = (step: number) => number;
