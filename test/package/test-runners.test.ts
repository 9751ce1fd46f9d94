import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { REPOSITORY } from "./packed-project.js";

const guide = readFileSync(join(REPOSITORY, "docs/gradient-check.md"), "utf8");

/** The test that the guide gives for a runner. */
function testFor(runner: string): string {
  const [, code] = new RegExp(`^\`\`\`js ${runner}\n(.*?)^\`\`\`$`, "ms").exec(guide) ?? [];
  if (code === undefined) throw new Error(`the guide has no test for ${runner}`);
  return code;
}

/** The layer that the tests check. Its gradient is the sum over the rows, or wrongly their mean. */
const scale = (fold: "sum" | "mean") => `
  import { Layer, Matrix, parameter } from "spiralnet";
  export class Scale extends Layer {
    parameters = [parameter("factors", Matrix.full(1, 3, 2), "weight")];
    compute(x) {
      const [{ value: s, gradient: ds }] = this.parameters;
      const back = (G) => {
        ds.addInPlace(G.multiply(x).${fold}(0));
        return G.multiply(s);
      };
      return { y: x.multiply(s), back };
    }
  }`;

const vitest = join(REPOSITORY, "node_modules/vitest/vitest.mjs");
const runners = {
  vitest: [vitest, "run", "--root=."],
  jest: [vitest, "run", "--root=.", "--globals"], // Vitest's globals are those of Jest
  node: ["--test", "scale.test.js"],
};

const folder = mkdtempSync(join(inject("project"), "runners-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is printed, and the exit code, when a runner runs the guide's test. */
function runTest(runner: keyof typeof runners, fold: "sum" | "mean") {
  const project = mkdtempSync(join(folder, `${runner}-`));
  writeFileSync(join(project, "scale.js"), scale(fold));
  writeFileSync(join(project, "scale.test.js"), testFor(runner));
  const outer = Object.entries(process.env).filter(([name]) => !/^(NODE_|VITEST|TEST$)/.test(name));
  const env = { ...Object.fromEntries(outer), NO_COLOR: "1" };
  const options = { cwd: project, encoding: "utf8", env } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, runners[runner], options);
  return { status, printed: `${stdout}${stderr}` };
}

describe.each(["vitest", "jest", "node"] as const)("the guide's test for %s", (runner) => {
  test("passes if the gradient is right", () => {
    const { status, printed } = runTest(runner, "sum");
    expect(status, printed).toBe(0);
    expect(printed).toMatch(/1 passed|pass 1/);
  });

  test("fails with the whole report if it is wrong", () => {
    const { status, printed } = runTest(runner, "mean");
    expect(status, printed).toBe(1);
    expect(printed).toContain("gradient check FAILED: 15 derivatives, the worst relative error is 7.5e-1");
    expect(printed).toMatch(/ factors\[0, \d\]: analytic -?\d\.\d+, numeric -?\d\.\d+/);
    expect(printed).toMatch(/diagnosis: .*0\.25/);
  });
});
