import { tmpdir } from "node:os";
import { join } from "node:path";
import * as library from "spiralnet";
import * as check from "spiralnet/check";
import * as node from "spiralnet/node";

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;

/** The code between backquotes in those columns of a guide's tables that have this heading. */
export function codeUnder(heading: string, guide: string): string[] {
  let column = -1;
  return guide.split("\n").flatMap((line) => {
    if (!line.startsWith("|")) {
      column = -1;
      return [];
    }
    const cells = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (column < 0) {
      column = cells.indexOf(heading);
      return [];
    }
    return [...(cells[column] ?? "").matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? "");
  });
}

/** Runs code with all of spiralnet in scope, and some values by the names that the guides use. */
export async function runCode(code: string): Promise<unknown> {
  const names = { ...library, ...check, ...node, ...values() };
  const isExpression = /^[\w.]+$/.test(code) || code.startsWith("(");
  const run = new AsyncFunction(...Object.keys(names), isExpression ? `return ${code};` : `{ ${code}; }`);
  // A name that is not there, a shape that does not fit and an unknown option are errors.
  const result: unknown = await run(...Object.values(names));
  if (isExpression && result === undefined) throw new Error(`${code} is undefined`);
  return result;
}

function values(): Record<string, unknown> {
  const random = new library.RandomState(0);
  const model = new library.Dense(2, 3, { random });
  const x = random.rand(3, 2);
  const labels = [0, 1, 1];
  return {
    random,
    model,
    dense: model,
    parameters: model.parameters,
    optimizer: new library.SGD(model.parameters, { learningRate: 0.1 }),
    x,
    y: random.rand(3, 2),
    w: random.rand(2, 4),
    b: random.rand(1, 4),
    labels,
    data: { x, y: labels },
    scores: random.rand(3, 3),
    logits: random.rand(3, 2),
    outputs: random.rand(3, 2),
    targets: random.rand(3, 2),
    checkpoint: library.stateOf(model),
    path: join(tmpdir(), "spiralnet-guides.safetensors"),
    stepsOfAnEpoch: 10,
    // What the courses call their numbers.
    reg: 0.1,
    lambda: 0.1,
    lambd: 0.1,
    m: 3,
    keep: 0.8,
    rate: 0.1,
    beta: 0.9,
    decay: 0.01,
    every: 10,
  };
}
