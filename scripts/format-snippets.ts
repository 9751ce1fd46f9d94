// Formats the ts blocks of the README, the guides and the doc comments that are wider than a page of the site.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CODE_WIDTH, codeBlocks } from "./snippets/code-blocks.js";
import { promises } from "./snippets/expectation.js";
import { snippetSources } from "./snippets/sources.js";

const BIOME = resolve("node_modules/.bin/biome");
const OPTIONS = ["--no-errors-on-unmatched", `--line-width=${CODE_WIDTH}`, "--indent-style=space"];

const folder = mkdtempSync(join(tmpdir(), "snippets-"));
const wide = snippetSources().flatMap((path) =>
  codeBlocks(path)
    .filter(
      ({ language, lines }) =>
        /^(ts|typescript)$/.test(language) && lines.some((line) => line.length > CODE_WIDTH),
    )
    .map((block) => ({ path, ...block })),
);
for (const [i, { lines }] of wide.entries()) writeFileSync(join(folder, `${i}.ts`), `${lines.join("\n")}\n`);
execFileSync(BIOME, ["format", "--write", "--vcs-enabled=false", ...OPTIONS, "."], {
  cwd: folder,
  stdio: "inherit",
});
for (const [i, { path, start, lines, prefix }] of [...wide.entries()].reverse()) {
  const code = fillImports(readFileSync(join(folder, `${i}.ts`), "utf8").trimEnd());
  const formatted = code.split("\n").flatMap(moveComment);
  const text = readFileSync(path, "utf8").split("\n");
  text.splice(start, lines.length, ...formatted.map((line) => (prefix + line).trimEnd()));
  writeFileSync(path, text.join("\n"));
}
rmSync(folder, { recursive: true });
console.log(`${wide.length} blocks formatted`);

/** Moves a comment behind a line that is too long: promises below it, remarks above. */
function moveComment(line: string): string[] {
  const [, indent = "", code, comment] = /^(\s*)(\S.*?)\s+(\/\/ .*)$/.exec(line) ?? [];
  if (line.length <= CODE_WIDTH || code === undefined || comment === undefined) return [line];
  const [first, second] = promises(comment) ? [code, comment] : [comment, code];
  return [indent + first, indent + second];
}

/** Puts as many imported names in a line as it holds: one in each would push the code out of sight. */
function fillImports(code: string): string {
  return code.replace(/^import \{\n([^}]*)\} from/gm, (_all, names: string) => {
    const lines = [" "];
    for (const name of names.trim().split(/,\s*/).filter(Boolean)) {
      if (`${lines.at(-1)} ${name},`.length > CODE_WIDTH) lines.push(" ");
      lines.push(`${lines.pop()} ${name},`);
    }
    return `import {\n${lines.join("\n")}\n} from`;
  });
}
