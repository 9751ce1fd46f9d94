import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { browsers } from "../support/browsers.js";

describe.each(browsers)("the search in $name", ({ launch }) => {
  let browser: Browser;
  let page: Page;
  const loaded: string[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage();
    page.on("request", (request) => loaded.push(request.url()));
    page.on("pageerror", ({ message }) => errors.push(message));
  });
  afterAll(async () => {
    await browser.close();
    expect(errors).toEqual([]);
  });

  const results = () => page.locator("#tsd-search-results li");

  async function search(query: string, path = "index.html"): Promise<string[]> {
    await page.goto(new URL(encodeURI(path), inject("site")).href);
    await page.locator("#tsd-search-trigger").click();
    await page.locator("#tsd-search-input").fill(query);
    await results()
      .or(page.locator("#tsd-search-status div", { hasText: query }))
      .first()
      .waitFor();
    return results().allInnerTexts();
  }

  test.each([
    ["how do I save a model", /^Your own data › Save and load/],
    ["nan loss", /^When an error is thrown › NaN in the data/],
    ["one hot", /^oneHot/],
    ["learning rate schedule", /^(Is it training\? › During|How schedules work)/],
    ["train test split", /^trainTestSplit/],
    ["overfitting", /^Is it training\? › Before: overfit a tiny set/],
    ["load csv file", /^Your own data › A CSV file/],
    ["installation", /^spiralnet › Install/],
    ["cross entropy", /^softmaxCrossEntropy/],
    ["loss: NaN?", /^When an error is thrown › NaN in the data/],
    ["import map", /^Start › A browser without a bundler/],
    ["batch norm", /^BatchNorm/],
    ["Kaiming", /^heUniform/],
    ["saturates", /^The case study › Why sigmoid saturates/],
    ["softmaxCrossEntropy", /^softmaxCrossEntropy/],
    ["交叉熵", /^softmaxCrossEntropy/],
    ["学习率", /^spiralnet › Learning rates/],
    ["逆矩阵", /^案例研究 › /],
  ])("finds the place for %j among the first five", async (query, place) => {
    const found = await search(query);
    expect(found.slice(0, 5)).toContainEqual(expect.stringMatching(place));
  });

  test("leaves room for other pages", async () => {
    expect(await search("learning rate")).toHaveLength(10);
    const pages = await results()
      .locator("a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(pages.filter((page) => pages.filter((other) => other === page).length > 3)).toEqual([]);
  });

  test("prefers the language of the page", async () => {
    expect((await search("softmax 损失"))[0]).not.toMatch(/^作业/);
    expect((await search("softmax 损失", "documents/作业.html"))[0]).toMatch(/^作业 › Softmax 损失/);
  });

  test("loads its words when it is used, not with each page", async () => {
    loaded.length = 0;
    await page.goto(inject("site"));
    expect(loaded.filter((url) => url.includes("search/engine"))).toEqual([]);
    await search("Dense");
    expect(loaded.filter((url) => url.includes("search/engine"))).toHaveLength(1);
  });

  test("says when nothing is found, and takes signs for what they are", async () => {
    expect(await search("xyzzy")).toEqual([]);
    expect(await page.locator("#tsd-search-status").textContent()).toBe("Nothing found: xyzzy");
    expect(await search("<b>+-:^~*")).toEqual(expect.not.arrayContaining([""]));
    await page.locator("#tsd-search-input").fill("");
    await expect.poll(() => results().count()).toBe(0);
  });

  test.each([
    ["Enter", []],
    ["the arrow keys", ["ArrowDown"]],
  ])("opens what is found by %s, also in pages opened as files", async (_how, keys) => {
    await page.goto(pathToFileURL("site/documents/Start.html").href);
    await page.locator("#tsd-search-trigger").click();
    await page.locator("#tsd-search-input").pressSequentially("one hot");
    await results().first().waitFor();
    for (const key of keys) await page.keyboard.press(key);
    const wanted = await results().nth(keys.length).locator("a").getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(new URL(wanted as string, page.url()).href);
    expect(page.url().endsWith("functions/spiralnet.oneHot.html")).toBe(keys.length === 0);
  });

  test("closes when it leads to another place of the same page", async () => {
    await search("vite", "documents/Start.html");
    await results().filter({ hasText: "Start › Vite" }).locator("a").click();
    await page.waitForURL(/#vite$/);
    await page.locator("#tsd-search").waitFor({ state: "hidden" });
  });
});
