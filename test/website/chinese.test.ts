import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { browsers } from "../support/browsers.js";

const PAIRS = [
  ["index.html", "documents/spiralnet_简介.html"],
  ["documents/The_case_study.html", "documents/案例研究.html"],
  ["documents/Homework.html", "documents/作业.html"],
] as const;

describe.each(browsers)("a reader of Chinese with $name", ({ launch }) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());
  const open = (path: string) => page.goto(new URL(encodeURI(path), inject("site")).href);

  test.each(PAIRS)("gets from %s to %s and back, by links below the title", async (english, chinese) => {
    for (const folder of [inject("site"), pathToFileURL("site/").href]) {
      await page.goto(new URL(english, folder).href);
      const link = page.locator("h1 + p").getByRole("link", { name: "中文" });
      expect((await link.boundingBox())?.y).toBeLessThan(300);
      await link.click();
      await page.waitForURL(new URL(encodeURI(chinese), folder).href);
      expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
      await page.locator("h1 + p").getByRole("link", { name: "English" }).click();
      await page.waitForURL(new URL(english, folder).href);
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
    }
  });

  test("finds the Chinese pages under an entry of the menu, and the way home in Chinese", async () => {
    const tab = await browser.newPage(); // no entry is open yet
    await tab.goto(inject("site"));
    const entry = tab.locator("#tsd-nav-container > li", { hasText: "中文" });
    expect(await entry.locator("li").first().isVisible()).toBe(false);
    await entry.locator("summary").click();
    await entry.getByRole("link", { name: "作业" }).click();
    await tab.waitForURL(/%E4%BD%9C%E4%B8%9A/);
    expect(await tab.locator("#tsd-nav-container .current").textContent()).toBe("作业");
    expect(await entry.locator("li a").allInnerTexts()).toEqual(["spiralnet 简介", "案例研究", "作业"]);
    await tab.getByRole("navigation", { name: "路径" }).getByRole("link", { name: "首页" }).click();
    await expect.poll(() => decodeURI(tab.url())).toContain("spiralnet_简介.html");
    await tab.close();
  });

  test("sees the words of the theme in Chinese, on these pages only", async () => {
    await open("documents/案例研究.html");
    expect(await page.locator(".page-menu h3").allInnerTexts()).toEqual(["显示设置", "目录"]);
    expect(await page.locator("#tsd-search-input").getAttribute("placeholder")).toBe("搜索文档");
    await open("documents/The_case_study.html");
    expect(await page.locator(".page-menu h3").allInnerTexts()).toEqual(["Settings", "On This Page"]);
  });

  test("runs, edits, shares and copies code by buttons with Chinese words", async () => {
    await open("documents/案例研究.html");
    const block = page.locator("pre[data-run]").first();
    const button = (name: string) => block.getByRole("button", { name });
    const status = block.locator(".run-status");
    await button("运行").click();
    await expect.poll(() => status.textContent(), { timeout: 30_000 }).toBe("运行完毕");
    await button("编辑").click();
    const code = block.getByRole("textbox", { name: "代码；按 Control 和回车运行" });
    await code.fill("1 + 1; // => 3\nif (1 > 2) 5; // => 5\nnull.x;");
    await button("运行").click();
    await expect.poll(() => status.textContent()).toBe("运行出错");
    const output = page.getByRole("region", { name: "输出" });
    expect(await output.getByRole("img", { name: "与注释不符" }).count()).toBe(1);
    expect(await output.textContent()).toMatch(/2 注释中为 3TypeError.*第 3 行null\.x;/);
    await code.fill("for (;;) {}");
    await button("运行").click();
    await button("停止").click();
    expect(await status.textContent()).toBe("已停止");
    await button("分享").click();
    await expect.poll(() => status.textContent()).toMatch(/^链接/);
    await button("还原").click();
    await button("复制").click({ force: true });
    await block.getByRole("button", { name: "已复制！" }).waitFor();
    const words = await block.locator("button").allInnerTexts();
    expect(words.filter((word) => /[A-Za-z]/.test(word))).toEqual([]);
  });
});
