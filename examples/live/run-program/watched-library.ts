import * as spiralnet from "spiralnet";
import * as check from "spiralnet/check";
import * as onnx from "spiralnet/onnx";
import type { Module } from "../../../scripts/run-code/require-from.js";
import type { LossOf } from "./pass.js";
import type { Watch } from "./watch.js";

let watch: Watch | undefined;

/** Tells a watch, from now on, what the programs that have this library do with it. */
export function setWatch(next: Watch | undefined): void {
  watch = next;
}

const { binaryCrossEntropy, hinge, huber, meanAbsoluteError, meanSquaredError, softmaxCrossEntropy } =
  spiralnet;
const { spiral, moons, circles, blobs, xor, trainTestSplit } = spiralnet;

/** What a program can import. It is the library itself, and gives the same numbers. */
export const watchedLibrary: Readonly<Record<string, Module>> = {
  spiralnet: {
    ...spiralnet,
    ...watched(
      { binaryCrossEntropy, hinge, huber, meanAbsoluteError, meanSquaredError, softmaxCrossEntropy },
      ([outputs, targets, ...options], { loss }, of) =>
        watch?.loss(outputs, { of: of as LossOf, targets, options, loss }),
    ),
    ...watched({ spiral, moons, circles, blobs, xor, trainTestSplit }, (_, made) => watch?.made(made)),
  },
  "spiralnet/check": check,
  "spiralnet/onnx": onnx,
};

// Layers and optimizers of the program's own have these methods too, and the library's `train` calls them.
watchMethod(spiralnet.Layer.prototype, "forward", (layer, [x], y) => watch?.forward(layer, x, y));
watchMethod(spiralnet.Optimizer.prototype, "step", (optimizer) => watch?.step(optimizer));
for (const { prototype } of [spiralnet.L1, spiralnet.L2, spiralnet.ElasticNet]) {
  watchMethod(prototype, "apply", (regularizer, [parameters], penalty) =>
    watch?.penalty({ regularizer, parameters, penalty }),
  );
}

type Method = (...values: never[]) => unknown;

/** The same functions, which tell what they were given and what they returned. */
function watched<Each extends Method>(
  functions: Readonly<Record<string, Each>>,
  tell: (given: Parameters<Each>, returned: ReturnType<Each>, original: Each) => void,
): Module {
  return Object.fromEntries(
    Object.entries(functions).map(([name, original]) => [
      name,
      telling(original, (_, given, returned) => tell(given, returned, original)),
    ]),
  );
}

/** Makes a method tell whose it is, what it was given and what it returned. */
function watchMethod<Name extends string, Self extends Record<Name, Method>>(
  prototype: Self,
  name: Name,
  tell: (self: Self, given: Parameters<Self[Name]>, returned: ReturnType<Self[Name]>) => void,
): void {
  const methods: Record<string, unknown> = prototype;
  methods[name] = telling(prototype[name], tell);
}

function telling<Self, Each extends Method>(
  original: Each,
  tell: (self: Self, given: Parameters<Each>, returned: ReturnType<Each>) => void,
): Each {
  return new Proxy(original, {
    apply(target, self, given) {
      const returned = Reflect.apply(target, self, given);
      tell(self, given as Parameters<Each>, returned as ReturnType<Each>);
      return returned;
    },
  });
}
