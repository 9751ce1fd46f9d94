import { expect, inject, test } from "vitest";
import { checkOutput } from "./check-output.js";
import { runProgram } from "./run-program.js";
import { variants } from "./variants.js";

const project = inject("project");

test.each(variants)("the installed package reproduces the published log: $name", ({ write }) => {
  const output = runProgram(project, process.execPath, write(project));
  expect(checkOutput(output)).toContain("</svg>");
});
