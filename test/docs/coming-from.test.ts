import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { codeUnder, runCode } from "./table-code.js";

const guide = readFileSync(new URL("../../docs/coming-from.md", import.meta.url), "utf8");

/** What the right-hand columns mention beside code: options, a module, names of the other library. */
const MENTIONED = ["spiralnet/node", "backward", "momentum", "patience", "schedule", "p", "reg"];

/** The code in the right-hand columns. */
const snippets = codeUnder("spiralnet", guide).filter((code) => !MENTIONED.includes(code));

test("the guide has rows for four libraries", () => {
  expect(guide.match(/^## From /gm)).toHaveLength(4);
  expect(snippets.length).toBeGreaterThan(100);
});

test.each(snippets)("%s works", async (code) => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  await runCode(code);
});
