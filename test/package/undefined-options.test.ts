import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";
import { runProgram } from "./run-program.js";
import { tsc } from "./tsc.js";

const project = inject("project");

test("options may be undefined, also under exactOptionalPropertyTypes", () => {
  const folder = join(project, "undefined-options");
  mkdirSync(folder);
  copyFileSync(
    fileURLToPath(new URL("programs/undefined-options.ts", import.meta.url)),
    join(folder, "program.ts"),
  );
  tsc(folder, { module: "nodenext", moduleResolution: "nodenext", lib: ["es2022", "dom"] });
  expect(runProgram(project, process.execPath, "undefined-options/program.js")).toBe("works\n");
});
