import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, inject, test } from "vitest";
import { commonJS, printed, program, startBlock, startCommand } from "../support/start-page.js";
import { runProgram } from "./run-program.js";

// What docs/start.md says of Node. Other runtimes and browsers are in test/platforms.

const folder = mkdtempSync(join(inject("project"), "start-"));
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  "train.mjs": program,
  "train.cjs": commonJS,
  "train.mts": program,
  "main.mjs": startBlock("js main.mjs"),
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

describe("the start page's program trains", () => {
  test.each([
    ["as an ES module", startCommand("node", "train.mjs")],
    ["as CommonJS", startCommand("node", "train.cjs")],
    ["as TypeScript with tsx", [tsx, ...startCommand("npx tsx", "train.mts")]],
    ["in a worker of Node", startCommand("node", "main.mjs")],
  ])("%s", (_, args) => {
    expect(runProgram(folder, process.execPath, ...args).trimEnd()).toBe(printed);
  });
});

describe("the command that checks the program's types", () => {
  const check = (file: string) => {
    const args = startCommand("npx tsc", "train.mts").map((arg) => (arg === "train.mts" ? file : arg));
    return execFileSync(process.execPath, [tsc, ...args], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  };

  test("finds nothing", () => {
    expect(check("train.mts")).toBe("");
  });

  test("finds layers that don't fit", () => {
    writeFileSync(join(folder, "wrong.mts"), program.replace("Dense(50, 3", "Dense(64, 3"));
    expect(() => check("wrong.mts")).toThrow();
  });
});
