import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { browsers } from "../support/browsers.js";

const [chromium] = browsers;

describe("every page", () => {
  // The live page is one of its own.
  const pages = readdirSync("site", { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".html") && !path.startsWith("live/"),
  );
  const htmlOf = (path: string) => readFileSync(`site/${path}`, "utf8");

  test("says in its description what is on it", () => {
    const descriptions = pages.map(
      (path) =>
        /<meta name="description" content="([^"]*)"/.exec(htmlOf(path))?.[1]?.replace(/&\w+;/g, "&") ?? "",
    );
    expect(
      descriptions.filter(
        (text) => text.length < 10 || text.length > 160 || /^Documentation for|^English/.test(text),
      ),
    ).toEqual([]);
    expect(new Set(descriptions).size).toBeGreaterThan(150);
  });

  test("has a title of its own", () => {
    const titles = pages.map((path) => /<title>([^<]*)/.exec(htmlOf(path))?.[1] ?? "");
    expect(titles.filter((title, i) => title === "" || titles.indexOf(title) !== i)).toEqual([]);
  });

  test("has the icon", () => {
    expect(pages.filter((path) => !htmlOf(path).includes("assets/favicon.svg"))).toEqual([]);
    expect(existsSync("site/assets/favicon.svg")).toBe(true);
  });

  test("but the first in each language knows the way home", () => {
    const lost = pages.filter(
      (path) =>
        !/<nav aria-label="Breadcrumb">\s*<ol[^>]*>\s*<li><a href="[./]*index\.html">Home/.test(
          htmlOf(path),
        ) && !/<nav aria-label="路径">\s*<ol[^>]*>\s*<li><a href="spiralnet_[^"]*">首页/.test(htmlOf(path)),
    );
    expect(lost.sort()).toEqual(["documents/spiralnet_简介.html", "hierarchy.html", "index.html"]);
  });
});

describe("a reader", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await (chromium as (typeof browsers)[number]).launch();
  });
  afterAll(() => browser.close());
  const open = async (path: string) => {
    const tab = await browser.newPage();
    await tab.goto(inject("site") + path);
    return tab;
  };

  test("gets from a primitive to its source, and on to what that imports", async () => {
    const tab = await open("classes/spiralnet.Dense.html");
    await tab.locator(".tsd-sources a", { hasText: "layers/dense.ts" }).first().click();
    await tab.waitForURL(/source\/layers\/dense\.html#L\d+$/);
    expect(await tab.locator(".line:target").textContent()).toContain("export class Dense");
    expect(await tab.locator("code .line").allInnerTexts()).toEqual(
      readFileSync("src/layers/dense.ts", "utf8").trimEnd().split("\n"),
    );
    await tab.locator("code a", { hasText: "./layer.js" }).click();
    await tab.waitForURL(/source\/layers\/layer\.html$/);
    await tab.close();
  });

  test("gets from a primitive to how it works, with its source, and on to the other parts", async () => {
    const tab = await open("classes/spiralnet.ReLU.html");
    await tab.locator(".col-content a", { hasText: "How ReLU works" }).first().click();
    await tab.waitForURL(/documents\/How_ReLU_works\.html$/);
    const [source] = await tab.locator("code.typescript").allInnerTexts();
    expect(source?.trimEnd()).toBe(readFileSync("src/layers/relu.ts", "utf8").trimEnd());
    await tab.locator(".tsd-breadcrumb a", { hasText: "How each part works" }).click();
    await tab
      .locator("td a", { hasText: /^Dense$/ })
      .first()
      .click();
    await tab.waitForURL(/documents\/How_Dense_works\.html$/);
    await tab.locator("#tsd-nav-container a.current", { hasText: /^Dense$/ }).waitFor();
    await tab.close();
  });

  test("gets from a name in the README to its page", async () => {
    const tab = await open("index.html");
    await tab.locator("td a", { hasText: /^clipGradients$/ }).click();
    await tab.waitForURL(/functions\/spiralnet\.clipGradients\.html$/);
    await tab.close();
  });

  test("gets home from each page by the first entry of the menu", async () => {
    const tab = await open("classes/spiralnet.Dense.html");
    await tab.locator(".site-menu").getByRole("link", { name: "spiralnet", exact: true }).first().click();
    await tab.waitForURL(`${inject("site")}index.html`);
    await tab.close();
  });

  test("reads the examples in the site, too", async () => {
    const tab = await open("index.html");
    await tab.locator(".col-content a[href$='examples/iris.html']").click();
    await tab.waitForURL(/source\/examples\/iris\.html$/);
    expect(await tab.locator("code .line").count()).toBeGreaterThan(20);
    await tab.close();
  });

  test("sees the topics of the API in the menu of each page, and types after code", async () => {
    const tab = await open("index.html");
    const menu = tab.locator("#tsd-nav-container > li");
    await menu.first().waitFor();
    const entries = (await menu.allInnerTexts()).map((entry) => entry.split("\n")[0]);
    expect(entries).toEqual(
      expect.arrayContaining([
        "Live page",
        "The case study",
        "All of the API",
        "Layers",
        "Losses",
        "Optimizers",
      ]),
    );
    expect(entries.indexOf("Shape types")).toBeGreaterThan(entries.indexOf("Checkpoints"));
    await menu.getByRole("link", { name: "Live page" }).click();
    await tab.locator(".plane").waitFor();
    await tab.locator("nav.guides").getByRole("link", { name: "spiralnet" }).click();
    await tab.waitForURL(`${inject("site")}index.html`);
    await tab.close();
  });
});
