import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test.each([
  ["builds a right formula", "$\\frac{1}{2}$", undefined],
  ["stops at wrong syntax", "$\\frac{1}{2$", /wrong formula "\\frac\{1\}\{2".*Unexpected end of input/],
  ["stops at an unknown command", "$$\n\\fraction{1}{2}\n$$", /wrong formula.*Undefined control sequence/],
  ["stops at what KaTeX only warns of", "$\\text{a} é$", /wrong formula.*unicodeTextInMathMode/],
])("the site %s", async (_what, formula, error) => {
  const { failed, output } = await build(formula);
  expect(output).toMatch(error ?? /^$/);
  expect(failed).toBe(error !== undefined);
});

/** Builds a site with one guide, which holds the formula. */
async function build(formula: string): Promise<{ failed: boolean; output: string }> {
  const folder = mkdtempSync("site-of-formulas-");
  const config = join(folder, "typedoc.config.js");
  writeFileSync(join(folder, "guide.md"), `# Guide\n\n${formula}\n`);
  writeFileSync(join(folder, "index.ts"), "/** A number. */\nexport const one = 1;\n");
  writeFileSync(join(folder, "tsconfig.json"), '{ "files": ["index.ts"] }');
  writeFileSync(
    config,
    `import { parseFormulas } from "../scripts/typedoc/formulas.js";
     export default {
       entryPoints: ["index.ts"], projectDocuments: ["guide.md"], out: "site", readme: "none", tsconfig: "tsconfig.json",
       skipErrorChecking: true, disableSources: true, markdownItLoader: parseFormulas, logLevel: "Warn",
     };`,
  );
  try {
    const { stdout, stderr } = await promisify(execFile)("npx", ["typedoc", "--options", config]);
    return { failed: false, output: stdout + stderr };
  } catch (thrown) {
    const { stdout, stderr } = thrown as { stdout: string; stderr: string };
    return { failed: true, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
