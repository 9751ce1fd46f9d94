import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REPOSITORY, runNpm } from "./packed-project.js";
import { runProgram } from "./run-program.js";

// A clone has neither dist/ nor the compiled kernels.

const folder = mkdtempSync(join(tmpdir(), "spiralnet-clone-"));
const clone = join(folder, "clone");
const app = join(folder, "app");
const git = (cwd: string, ...args: string[]) => runProgram(cwd, "git", ...args);

beforeAll(() => {
  const files = git(REPOSITORY, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0");
  for (const file of files) {
    if (file === "" || !existsSync(join(REPOSITORY, file))) continue;
    mkdirSync(join(clone, dirname(file)), { recursive: true });
    cpSync(join(REPOSITORY, file), join(clone, file));
  }
  git(clone, "init", "--quiet");
  git(clone, "add", ".");
  git(clone, "-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "--quiet", "-m", "Test");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), '{ "private": true, "type": "module" }');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("npm start runs from source, with nothing but its own output", () => {
  symlinkSync(join(REPOSITORY, "node_modules"), join(clone, "node_modules"), "junction");
  const { stdout, stderr } = runNpm(clone, "start", "--silent");
  expect(stderr).toBe("");
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^The cs231n case study: /);
  expect(lines.filter((line) => /^ +\d+ +\d\.\d{6} +\d\.\d{6}/.test(line))).toHaveLength(30);
  expect(lines.at(-2)).toContain("examples/output: spiral.svg, ");
  expect(lines.at(-1)).toMatch(/^All of it took \d+\.\d seconds\.$/);
  expect(existsSync(join(clone, "examples/output/two-layer-net-loss.svg"))).toBe(true);
  expect(existsSync(join(clone, "dist"))).toBe(false);
});

test("npm pack builds the package", () => {
  expect(existsSync(join(clone, "dist"))).toBe(false);
  const [{ files }] = JSON.parse(runNpm(clone, "pack", "--json", "--dry-run").stdout) as [
    { files: { path: string }[] },
  ];
  const paths = files.map(({ path }) => path);
  for (const file of [
    "index.js",
    "index.cjs",
    "index.d.ts",
    "index.d.cts",
    "plot.js",
    "plot.cjs",
    "plot.d.ts",
    "node.js",
    "node.cjs",
    "node.d.ts",
  ]) {
    expect(paths).toContain(`dist/${file}`);
  }
});

test("an install from git builds the package, without a warning", () => {
  const { stdout, stderr } = runNpm(
    app,
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    `git+${pathToFileURL(clone)}`,
  );
  expect(stdout).toContain("added 1 package");
  expect(stderr).not.toContain("spiralnet");
  const program = `
    import { Matrix } from "spiralnet";
    import { lossCurve } from "spiralnet/plot";
    console.log(Matrix.identity(2).sum(), lossCurve([1, 0]).slice(0, 4));`;
  expect(runProgram(app, process.execPath, "--input-type=module", "--eval", program)).toBe("2 <svg\n");
}, 600_000);
