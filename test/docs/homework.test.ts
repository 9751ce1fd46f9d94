import { readFileSync } from "node:fs";
import * as library from "spiralnet";
import * as check from "spiralnet/check";
import { describe, expect, test } from "vitest";
import { affineReluBackward, affineReluForward } from "../../examples/homework/affine-relu.js";
import { codeUnder, runCode } from "./table-code.js";

const guide = readFileSync(new URL("../../docs/homework.md", import.meta.url), "utf8");
const map = guide.slice(guide.indexOf("## The map"), guide.indexOf("## Hints"));

describe("the map", () => {
  const primitives = codeUnder("Here", map);

  test("has a table for each course", () => {
    expect(map.match(/^### /gm)).toHaveLength(5);
    expect(primitives.length).toBeGreaterThan(60);
  });

  test.each([...new Set(primitives)])("%s works", async (code) => {
    await runCode(code);
  });

  test("names checks that exist", async () => {
    const names = [...new Set(codeUnder("Check", map))].sort();
    expect(names).toEqual(["checkLayer", "checkLoss", "checkOptimizer", "gradientCheck", "gradientCheck.of"]);
    for (const name of names) expect(await runCode(name)).toBeTypeOf("function");
  });

  test("links to headings of the page", () => {
    const headings = [...guide.matchAll(/^#+ (.+)$/gm)].map(([, text]) =>
      (text ?? "")
        .toLowerCase()
        .replace(/[^\w\s-]/g, "")
        .replaceAll(" ", "-"),
    );
    const targets = [...guide.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !headings.includes(target ?? ""))).toEqual([]);
  });
});

describe("what the map says of the courses' formulas", () => {
  const { Matrix, RandomState, SGD, binaryCrossEntropy, logSoftmax } = library;
  const z = new RandomState(0).randn(6, 1);
  const t = [1, 0, 0, 1, 1, 0];

  test("momentum as a mean of gradients has its rate times 1 - beta here", () => {
    const [rate, beta] = [0.1, 0.8];
    const mine = {
      update(w: library.Matrix, g: library.Matrix, { v = g.multiply(0) } = {}) {
        const next = v.multiply(beta).add(g.multiply(1 - beta));
        return [w.subtract(next.multiply(rate)), { v: next }] as const;
      },
    };
    const report = check.checkOptimizer(mine, {
      like: (parameters) => new SGD(parameters, { learningRate: rate * (1 - beta), momentum: beta }),
    });
    expect(String(report)).toContain("passed");
  });

  test("propagate has the loss and the gradient of binaryCrossEntropy", () => {
    const a = z.map((value) => 1 / (1 + Math.exp(-value)));
    const { loss, gradient } = binaryCrossEntropy(z, t);
    const targets = new Matrix(6, 1, Float64Array.from(t));
    const terms = a.map((p, i) => (t[i] === 1 ? -Math.log(p) : -Math.log(1 - p)));
    expect(loss).toBeCloseTo(terms.sum() / 6, 12);
    expect(gradient.allClose(a.subtract(targets).divide(6))).toBe(true);
  });

  test("LogSumExp is what logSoftmax takes from the scores", () => {
    const scores = z.reshape(2, 3);
    const logSumExp = scores.exp().sum(1).log();
    expect(scores.subtract(logSoftmax(scores)).allClose(logSumExp.matmul(Matrix.full(1, 3, 1)))).toBe(true);
  });
});

describe("the test to copy", () => {
  const [, shown, printed] =
    /```typescript\n(.*?)```[^`]*`console\.log\(report\)`[^`]*```text\n(.*?)```/s.exec(guide) ?? [];

  test("is the one in the examples", () => {
    const example = new URL("../../examples/homework/homework.test.ts", import.meta.url);
    expect(shown).toBe(readFileSync(example, "utf8"));
  });

  test("has the report that the guide shows", () => {
    const report = check.checkLayer(
      { forward: affineReluForward, backward: affineReluBackward },
      {
        like: (inputs, outputs) => library.sequential(new library.Dense(inputs, outputs), new library.ReLU()),
      },
    );
    expect(`${report}\n`).toBe(printed);
  });
});
