import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { browsers } from "../support/browsers.js";

const folder = "site";
const NAME = "all-blocks.html";

/** A block of code with its buttons, and the text block after it. */
const RUNNABLE = /<pre data-run="(\w+)">.*?<\/pre>(\s*<pre><code class="text">.*?<\/pre>)?/gs;

beforeAll(writePage);
afterAll(() => rmSync(join(folder, NAME), { force: true }));

test.each(browsers)(
  "every block with a Run button runs in $name, and its promises hold",
  async ({ launch }) => {
    const browser = await launch();
    const page = await browser.newPage();
    await page.goto(new URL(NAME, inject("site")).href);
    const count = await page.locator("pre[data-run]").count();
    expect(count).toBeGreaterThan(200);
    for (let i = 0; i < count; i++) expect.soft(await runBlock(page, i)).toMatchObject({ problems: [] });
    await browser.close();
  },
  600_000,
);

/** Writes a page with each block of the site once. */
function writePage(): void {
  const chains = new Set(pagesOf(folder).flatMap(chainsOf));
  const head =
    '<link rel="stylesheet" href="assets/run/run.css"><script defer src="assets/run/page.js"></script>';
  writeFileSync(join(folder, NAME), `<!doctype html><title>Blocks</title>${head}${[...chains].join("\n")}`);
}

function pagesOf(site: string): string[] {
  const paths = readdirSync(site, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => path.endsWith(".html")).map((path) => readFileSync(join(site, path), "utf8"));
}

function chainsOf(html: string): string[] {
  const chains: string[] = [];
  for (const [block, place] of html.matchAll(RUNNABLE)) {
    if (place === "first") chains.push(block);
    else chains.push(`${chains.pop()}${block}`);
  }
  return chains;
}

/** Presses Run, waits, and returns what went wrong, with the code. */
async function runBlock(page: Page, i: number): Promise<{ code: string; problems: string[] }> {
  return page.evaluate(async (index) => {
    const block = document.querySelectorAll("pre[data-run]")[index] as HTMLElement;
    const code = (block.querySelector("code") as HTMLElement).textContent;
    const status = block.querySelector(".run-status") as HTMLElement;
    (block.querySelector(".run-start") as HTMLElement).click();
    while (/^Running/.test(status.textContent)) await new Promise((done) => setTimeout(done, 20));
    const output = block.nextElementSibling as HTMLElement;
    const texts = (kind: string) =>
      [...output.querySelectorAll<HTMLElement>(kind)].map(({ textContent }) => textContent ?? "");
    const problems = [...texts(".run-broken"), ...texts(".run-problem")];
    const promised = code.match(/\/\/\s*(=>|≈|throws\s)/g)?.length ?? 0;
    const kept = texts(".run-holds").length;
    if (kept < promised) problems.push(`${kept} of ${promised} promises were kept`);
    if (status.textContent !== "Done") problems.push(status.textContent);
    return { code, problems };
  }, i);
}
