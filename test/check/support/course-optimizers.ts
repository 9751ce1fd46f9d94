import type { Matrix } from "spiralnet";
import type { OptimizerFunctions } from "spiralnet/check";

// The update rules of cs231n's second assignment, with its default numbers.

export const sgd: OptimizerFunctions = {
  update: (w, dw, config) => [w.subtract(dw.multiply(1e-2)), config],
};

export const momentum: OptimizerFunctions<{ velocity: Matrix }> = {
  update(w, dw, config = { velocity: w.multiply(0) }) {
    const velocity = config.velocity.multiply(0.9).subtract(dw.multiply(1e-2));
    return [w.add(velocity), { velocity }];
  },
};

export const rmsprop: OptimizerFunctions<{ cache: Matrix }> = {
  update(w, dw, config = { cache: w.multiply(0) }) {
    const cache = config.cache.multiply(0.99).add(dw.multiply(dw).multiply(1 - 0.99));
    return [w.subtract(dw.multiply(1e-2).divide(cache.sqrt().add(1e-8))), { cache }];
  },
};

export const adam: OptimizerFunctions<{ m: Matrix; v: Matrix; t: number }> = {
  update(w, dw, config = { m: w.multiply(0), v: w.multiply(0), t: 0 }) {
    const t = config.t + 1;
    const m = config.m.multiply(0.9).add(dw.multiply(1 - 0.9));
    const v = config.v.multiply(0.999).add(dw.pow(2).multiply(1 - 0.999));
    const first = m.divide(1 - 0.9 ** t);
    const second = v.divide(1 - 0.999 ** t);
    return [w.subtract(first.multiply(1e-3).divide(second.sqrt().add(1e-8))), { m, v, t }];
  },
};
