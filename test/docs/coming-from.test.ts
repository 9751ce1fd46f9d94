import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as library from "spiralnet";
import * as node from "spiralnet/node";
import { expect, test, vi } from "vitest";

const guide = readFileSync(new URL("../../docs/coming-from.md", import.meta.url), "utf8");
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;

/** What the right-hand columns mention beside code: options, a module, names of the other library. */
const MENTIONED = ["spiralnet/node", "backward", "momentum", "patience", "schedule", "p", "reg"];

/** The code in the right-hand columns. */
const snippets = guide
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`"))
  .flatMap((line) => [...(line.split(" | ")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? ""))
  .filter((code) => !MENTIONED.includes(code));

/** What the guide's introduction says its names are. */
function scope(): Record<string, unknown> {
  const random = new library.RandomState(0);
  const model = new library.Dense(2, 3, { random });
  const x = random.rand(3, 2);
  const labels = [0, 1, 1];
  return {
    ...library,
    ...node,
    random,
    model,
    dense: model,
    optimizer: new library.SGD(model.parameters, { learningRate: 0.1 }),
    x,
    y: random.rand(3, 2),
    w: random.rand(2, 4),
    b: random.rand(1, 4),
    labels,
    data: { x, y: labels },
    scores: random.rand(3, 3),
    checkpoint: library.stateOf(model),
    path: join(tmpdir(), "spiralnet-coming-from.safetensors"),
    stepsOfAnEpoch: 10,
  };
}

test("the guide has rows for four libraries", () => {
  expect(guide.match(/^## From /gm)).toHaveLength(4);
  expect(snippets.length).toBeGreaterThan(100);
});

test.each(snippets)("%s works", async (code) => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const names = scope();
  const isName = /^[\w.]+$/.test(code);
  const run = new AsyncFunction(...Object.keys(names), isName ? `return ${code};` : `{ ${code}; }`);
  // A name that is not there, a shape that does not fit and an unknown option are errors.
  const result = await run(...Object.values(names));
  if (isName) expect(result).toBeDefined();
});
