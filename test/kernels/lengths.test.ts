import { describe, expect, test, vi } from "vitest";

const short = new Float64Array(3);
const four = (): Float64Array => Float64Array.of(1, 2, 3, 4);
const square = (data: Float64Array) => ({ rows: 2, cols: 2, data });
const row = (data: Float64Array) => ({ rows: 1, cols: 2, data });

/** The kernels, with WebAssembly or without it. */
async function kernels(webAssembly: typeof WebAssembly | undefined) {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", webAssembly);
  const modules = await Promise.all([
    import("../../src/kernels/add-column-sums.js"),
    import("../../src/kernels/add-scaled.js"),
    import("../../src/kernels/add-squares.js"),
    import("../../src/kernels/add-quotient.js"),
    import("../../src/kernels/operand.js"),
    import("../../src/kernels/product.js"),
    import("../../src/kernels/softmax.js"),
    import("../../src/kernels/where-positive.js"),
  ]);
  const [sums, scaled, squares, quotient, operand, products, softmax, positive] = modules;
  return { ...sums, ...scaled, ...squares, ...quotient, ...operand, ...products, ...softmax, ...positive };
}

describe.each([
  ["with WebAssembly", WebAssembly],
  ["without WebAssembly", undefined],
])(
  "arrays that are too short or too long are refused, and results stay as they are, %s",
  async (_, assembly) => {
    const k = await kernels(assembly);
    vi.unstubAllGlobals();
    const out = four();
    const calls: [title: string, call: () => unknown][] = [
      ["left operand", () => k.product(square(out), square(short), square(four()))],
      ["right operand", () => k.product(square(out), square(four()), square(short))],
      ["transposed operand", () => k.addProduct(square(out), k.transposed(square(short)), square(four()))],
      ["bias", () => k.affine(square(out), square(four()), square(four()), row(short))],
      ["result", () => k.product(square(short), square(four()), square(four()))],
      ["new product", () => k.newProduct(square(four()), square(new Float64Array(0)))],
      ["softmax", () => k.softmaxRows(square(short))],
      ["summed columns", () => k.addColumnSums(row(out.subarray(0, 2)), square(short))],
      ["sums of columns", () => k.addColumnSums(row(short), square(four()))],
      ["scaled", () => k.addScaled(out, 2, short)],
      ["squares", () => k.addSquares(out, 2, short)],
      ["numerator", () => k.addQuotient(out, 2, short, four(), 1, 1)],
      ["denominator", () => k.addQuotient(out, 2, four(), short, 1, 1)],
      ["values", () => k.wherePositive(square(out), square(short), square(four()))],
      ["signs", () => k.wherePositive(square(out), square(four()), square(new Float64Array(5)))],
    ];

    test.each(calls)("%s", (_title, call) => {
      expect(call).toThrow(/^(a \d x \d matrix holds|arrays of) .*; expected/);
      expect(out).toEqual(four());
      expect(short).toEqual(new Float64Array(3));
    });
  },
);
