import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";

/** The library with all its modules loaded anew, after `prepare` has changed the globals. */
async function freshLibrary(prepare: () => void) {
  vi.resetModules();
  prepare();
  return { ...(await import("spiralnet")), ...(await import("../../src/kernels/wasm/engine.js")) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The SHA-256 of the weights of both case-study models after so many iterations. */
function trainedWeights(library: typeof import("spiralnet"), ofLinear: number, ofNetwork: number): string {
  const { Dense, L2, normal, RandomState, ReLU, SGD, sequential, softmaxCrossEntropy, spiral } = library;
  const random = new RandomState(0);
  const { x, y } = spiral({ classes: 3, pointsPerClass: 100, random });
  const weights = normal(0.01);
  const hash = createHash("sha256");
  const linear = sequential(new Dense(2, 3, { weights, random }));
  const network = sequential(
    new Dense(2, 100, { weights, random }),
    new ReLU(),
    new Dense(100, 3, { weights, random }),
  );
  for (const [model, iterations] of [[linear, ofLinear] as const, [network, ofNetwork] as const]) {
    const l2 = new L2(1e-3);
    const sgd = new SGD(model.parameters, { learningRate: 1 });
    for (let i = 0; i < iterations; i++) {
      model.backward(softmaxCrossEntropy(model.forward(x), y).gradient);
      l2.apply(model.parameters);
      sgd.step();
    }
    for (const { value } of model.parameters) hash.update(value.data);
  }
  return hash.digest("hex");
}

test("the final weights of the case study have the same bits with WebAssembly and without it", async () => {
  const withIt = await freshLibrary(() => {});
  expect(withIt.wasmEngine()).not.toBeNull();
  const hash = trainedWeights(withIt, 200, 10_000);

  const without = await freshLibrary(() => vi.stubGlobal("WebAssembly", undefined));
  expect(without.wasmEngine()).toBeNull();
  expect(trainedWeights(without, 200, 10_000)).toBe(hash);
}, 300_000);

test("a runtime without FinalizationRegistry gives the same bits", async () => {
  const hash = trainedWeights(await freshLibrary(() => {}), 20, 20);
  const without = await freshLibrary(() => vi.stubGlobal("FinalizationRegistry", undefined));
  expect(trainedWeights(without, 20, 20)).toBe(hash);
});

test("the plain kernels step in if a policy forbids WebAssembly", async () => {
  const allowed = await freshLibrary(() => {});
  const forbidden = await freshLibrary(() =>
    vi.stubGlobal("WebAssembly", {
      ...WebAssembly,
      Module: class {
        constructor() {
          throw new EvalError("Refused to compile WebAssembly: it violates the Content Security Policy");
        }
      },
    }),
  );
  expect(forbidden.wasmEngine()).toBeNull();
  expect(trainedWeights(forbidden, 20, 20)).toBe(trainedWeights(allowed, 20, 20));
});
