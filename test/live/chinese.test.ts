import { expect, test } from "vitest";
import { CHOICES } from "../../examples/live/choices.js";
import { PRESETS } from "../../examples/live/presets.js";
import { FIELDS } from "../../examples/live/url/fields.js";
import { inBrowsers } from "./in-browsers.js";
import type { LivePage } from "./live-page.js";

/** Identifiers, products and keys, which are the same in Chinese. */
const SAME_IN_CHINESE = [
  ...Object.values(CHOICES).flat(),
  ...Object.values(FIELDS).map(({ key }) => key),
  ...[
    "spiralnet",
    "Dense",
    "BatchNorm",
    "LayerNorm",
    "Dropout",
    "weights",
    "biases",
    "scale",
    "shift",
    "SGD",
  ],
  ...["TypeScript", "Node", "Math", "log", "sin", "CSV", "ONNX", "JSON", "safetensors", "float"],
  ...["Shift", "Ctrl", "Esc", "Delete", "class"],
];

inBrowsers("The Chinese page", ({ name, open: openPage }) => {
  const open: typeof openPage = (hash, options) => openPage(hash, { locale: "zh", ...options });

  test("is Chinese as it opens, with every panel and every choice", async () => {
    const page = await open();
    await page.walkToPoint();
    await page.openAll();
    await page.tab.locator(".layers-of-point math").first().waitFor();
    await page.tab.locator(".pictures").waitFor();
    await page.program();
    expect(await englishIn(page)).toEqual([]);
    expect(await page.tab.locator("[lang=en]").allTextContents()).toEqual(["English"]);
  });

  test("is Chinese for each example, and says in Chinese how to cure a training that diverges", async () => {
    const page = await open();
    for (const preset of Object.keys(PRESETS)) {
      await page.choose("示例", preset);
      expect(await englishIn(page)).toEqual([]);
    }
    await page.choose("示例", "highLearningRate");
    const notice = page.tab.getByRole("alert");
    await notice.getByText("请降低学习率").waitFor();
    expect(await englishIn(page)).toEqual([]);
    // The library's own message is marked as English, for the voice of a screen reader. It is the training's, or
    // that of a picture made after its last step.
    expect(await notice.locator("[lang=en]").textContent()).toMatch(/^(Diverged|NonFinite)Error: /);
  });

  test("is Chinese for each kind of layer, and for a linear classifier", async () => {
    const page = await open("#hidden=5&normalization=BatchNorm&dropout=0.1");
    await page.openAll();
    for (const normalization of CHOICES.normalization) {
      await page.choose("归一化", normalization);
      await page.walkToPoint();
      await page.tab.getByText("只在训练时丢弃单元。").waitFor();
      expect(await englishIn(page)).toEqual([]);
    }
    await page.press("删除第 1 层");
    await page.tab.getByText("这个网络没有隐藏单元。").waitFor();
    expect(await englishIn(page)).toEqual([]);
  });

  test("says in Chinese what is wrong with a line, and how many points it took", async () => {
    const page = await open();
    await page.open("自己的数据");
    const nine = Array.from({ length: 9 }, (_, i) => `0,0,${"abcdefghi"[i]}`).join("\n");
    for (const [lines, message] of [
      ["", "没有数据行"],
      ["1,2", "有 2 列"],
      ["1,x9,a", "y 是“x9”"],
      ["1,2,", "缺少类别"],
      [nine, "共有 9 个类别"],
      ["0,0,1\n".repeat(1001), "共有 1001 个点"],
      ["0,0,1\n", "已读入 1 个点。"],
    ] as const) {
      await page.tab.getByLabel("CSV：x, y, 类别").fill(lines);
      await page.press("使用这些数据");
      await page.tab.getByText(message).waitFor();
      expect(await englishIn(page)).toEqual([]);
    }
  });

  test("is Chinese while one edits points, and when there are none left", async () => {
    const page = await open("#data=own&own=0:0,0_1:1,1");
    await page.openAll();
    await page.tab.locator(".plane").focus();
    await page.tab.keyboard.press("ArrowRight");
    await page.tab.keyboard.press("Enter");
    expect(await englishIn(page)).toEqual([]);
    await page.press("清空所有点");
    await page.tab.getByRole("alert").getByText("还没有可供学习的点").waitFor();
    expect(await englishIn(page)).toEqual([]);
  });

  test.each([
    ["values out of range", "#hidden=0&rate=-1&seed=0.5&own=9:1", "应为形如"],
    ["too many classes", "#seed=1&seed=2&z&data=xor&classes=5", "而不是 5 类"],
    ["points of a class that is missing", "#data=own&classes=2&own=0:1,2_2:3,4", "这些点未采用"],
    ["too many characters", `#own=${"0".repeat(100_000)}`, "最多 100000 个"],
    ["an unknown name", "?lang=zh-TW#weights=x", "应为下列之一"],
  ])("says in Chinese what is wrong with a link: %s", async (_, link, message) => {
    const page = await open(link);
    await page.tab.getByRole("alert").getByText(message).waitFor();
    expect(await englishIn(page)).toEqual([]);
    await page.press("关闭");
    expect(await page.tab.getByRole("alert").isVisible()).toBe(false);
  });

  test("says in Chinese what a number should be", async () => {
    const page = await open();
    for (const [label, value] of [
      ["学习率", "-1"],
      ["每类点数", "1.5"],
      ["第 1 层单元数", "0"],
    ] as const) {
      await page.fill(label, value);
      const input = page.tab.getByLabel(label, { exact: true });
      expect(await input.evaluate((field: HTMLInputElement) => field.validationMessage)).toMatch(/^应为 /);
    }
    expect(await englishIn(page)).toEqual([]);
  });

  test("speaks Chinese of what an English page has said, and takes an unknown language for a problem", async () => {
    const page = await open("?lang=fr#rate=-1", { locale: "en" });
    const notice = page.tab.getByRole("alert");
    await notice.getByText("The page does not speak “fr”; expected en or zh.").waitFor();
    await page.open("Your own points");
    await page.press("Use these lines");
    await page.tab.getByText("There are no rows.").waitFor();
    await page.press("中文");
    await notice.getByText("本页面没有“fr”这种语言").waitFor();
    await page.openAll();
    expect(await englishIn(page)).toEqual([]);
  });

  // Playwright can't ask Firefox for it.
  test.runIf(name === "Chromium")(
    "says in Chinese that it waits for those who want less motion",
    async () => {
      const page = await open("", { reducedMotion: "reduce" });
      await page.tab.getByText("系统设置为减少动态效果").waitFor();
      expect(await englishIn(page)).toEqual([]);
    },
  );
});

/** The English words that a reader sees or hears, outside code, formulas and what is marked as English. */
async function englishIn(page: LivePage): Promise<string[]> {
  const texts = await page.tab.evaluate(() => {
    const skipped = "pre, math, script, style, noscript, [lang=en]";
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: (string | null | undefined)[] = [document.title];
    while (nodes.nextNode()) {
      if (!nodes.currentNode.parentElement?.closest(skipped)) found.push(nodes.currentNode.textContent);
    }
    for (const element of document.body.querySelectorAll<HTMLInputElement>("*")) {
      if (element.closest("[lang=en]")) continue;
      for (const name of [
        "aria-label",
        "aria-valuetext",
        "aria-description",
        "title",
        "placeholder",
        "alt",
      ]) {
        found.push(element.getAttribute(name));
      }
      found.push(element.validationMessage);
    }
    return found;
  });
  const words = texts.flatMap((text) => text?.match(/[A-Za-z]{3,}/g) ?? []);
  return [...new Set(words)].filter((word) => !SAME_IN_CHINESE.includes(word));
}
