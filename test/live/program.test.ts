import { expect, test } from "vitest";
import { DEFAULT } from "../../examples/live/presets.js";
import { programOf } from "../../examples/live/program.js";
import { compareOutput } from "../../scripts/typedoc/run/compare-output.js";
import { runProgram } from "../examples/live/support/run-program.js";
import { inBrowsers } from "./in-browsers.js";
import type { LivePage } from "./live-page.js";

const GENERATED = programOf(DEFAULT).code;
const SHOWN = "You see what your program trains.";

/** Another network, other points, another learning rate, and more output. */
const edited = (code: string): string =>
  code
    .replaceAll("ReLU", "Tanh")
    .replace("classes: 3", "classes: 4")
    .replace("(100, 3,", "(100, 20, { random }),\n  new Tanh(),\n  new Dense(20, 4,")
    .replace("learningRate: 1 ", "learningRate: 0.5 ")
    .replace("sgd.step();", "sgd.step();\n  if (i % 500 === 0) console.log([i]);");

inBrowsers("The program of the live page", ({ name, open }) => {
  test("prints what it prints in Node, and is shown like the page's own run", async () => {
    const page = await open();
    await page.program();
    await page.press("Run");
    const output = await page.output("Done");
    const inNode = runProgram(GENERATED).printed.join("\n");
    console.log(`${name}: the output is ${compareOutput(output, inNode)} as in Node`);
    expect(compareOutput(output, inNode)).not.toBe("different");
    expect(await page.number("Iteration")).toBe(10_000);
    expect(await page.number("Accuracy")).toBeGreaterThanOrEqual(98);
    await page.tab.getByText(SHOWN).waitFor();
  });

  test("has the weights of the page's own run after as many steps, to the last bit", async () => {
    const page = await open("#seed=3");
    await page.edit((code) => code.replace("i < 10_000", "i < 20"));
    await page.press("Run");
    await page.output("Done");
    const { matrices } = JSON.parse((await page.saved("JSON")).toString());
    await page.press("Play");
    await page.pause();
    await page.press("Rewind");
    await page.until("Iteration", (iteration) => iteration === 0);
    await page.step(20);
    expect(JSON.parse((await page.saved("JSON")).toString()).matrices).toEqual(matrices);
  });

  test("trains as it is edited, and the page shows it until it goes back to its own run", async () => {
    const page = await open("#seed=5");
    await page.until("Iteration", (iteration) => iteration > 50);
    await page.edit(edited);
    const before = await regions(page);
    await page.press("Run");
    await page.tab.getByText(SHOWN).waitFor();
    await page.tab.locator(".legend").getByText("Class 3").waitFor();
    await page.until("Learning rate now", (rate) => rate === 0.5);
    const first = await page.until("Iteration", (iteration) => iteration > 100);
    const during = await regions(page);
    expect(during).not.toBe(before);
    await page.until("Iteration", (iteration) => iteration > first + 200);
    expect(await regions(page)).not.toBe(during);
    await page.until("Accuracy", (accuracy) => accuracy > 60);
    expect(await page.printed()).toMatch(/iteration 0: loss .*\n\[ 0 \]/);

    await page.press("Play");
    await page.tab.getByText(SHOWN).waitFor({ state: "hidden" });
    expect(await page.output("Stopped")).toContain("[ 0 ]");
    await page.until("Learning rate now", (rate) => rate === 1);
    const own = await page.number("Iteration");
    await page.until("Iteration", (iteration) => iteration > own);
    expect(await page.tab.locator(".legend").getByText("Class 3").count()).toBe(0);
  });

  test("shows its units, numbers and points when it has ended, and saves its model", async () => {
    const page = await open();
    await page.edit((code) => edited(code).replace("i < 10_000", "i < 300"));
    await page.press("Run");
    await page.output("Done");
    await page.open("Hidden units");
    await page.tab.getByText("Hidden layer 2", { exact: true }).waitFor();
    expect(await page.tab.locator(".pictures button").count()).toBe(120);
    await page.open("Weights and biases");
    await page.tab.getByText("4.weights, 20 × 4").waitFor();
    await page.tab.locator(".plane").focus();
    await page.tab.keyboard.press("ArrowRight");
    await page.tab.locator(".point-scores tr.right").waitFor();
    expect(await page.tab.locator(".point-scores tbody tr").count()).toBe(4);
    expect(JSON.parse((await page.saved("JSON")).toString()).metadata).toEqual({ iteration: 300 });
  });

  test("shows the library's error with its line, and selects it", async () => {
    const page = await open();
    const code = await page.edit((text) => text.replace("sgd.step();", "model.forward(model.forward(x));"));
    await page.press("Run");
    expect(await page.output("Failed")).toMatch(/ShapeError: Sequential\.forward: .*3.*\nLine 23\n/s);
    await page.press("Line 23");
    const selected = await page.tab
      .locator("textarea.program")
      .evaluate((text: HTMLTextAreaElement) => text.value.slice(text.selectionStart, text.selectionEnd));
    expect(selected).toBe(code.split("\n")[22]?.trimEnd());
  });

  test("explains wrong syntax, wrong names and wrong imports", async () => {
    const page = await open();
    await page.edit((code) => code.replace("const l2 =", "const const l2 ="));
    await page.press("Run");
    expect(await page.output("Failed")).toMatch(/^SyntaxError: .*\nLine 15\nconst const l2/s);
    await page.edit(() => 'import { Matrxi } from "spiralnet";\nMatrxi.zeros(1, 1);');
    await page.press("Run");
    await page.tab.getByText('Error: "spiralnet" has no export "Matrxi"').waitFor();
    await page.edit(() => 'import { readFileSync } from "node:fs";\nreadFileSync("a");');
    await page.press("Run");
    await page.tab.getByText('"node:fs" can\'t be imported on this page').waitFor();
    await page.tab.getByText("Line 1", { exact: true }).waitFor();
  });

  test("shows no training where there is none, and stops when it is asked to", async () => {
    const page = await open();
    await page.edit(() => 'console.log("begins");\nfor (;;) {}');
    await page.press("Run");
    await page.tab.locator(".program-output", { hasText: "begins" }).waitFor();
    expect(await page.tab.getByText(SHOWN).count()).toBe(0);
    await page.press("Stop");
    expect(await page.output("Stopped")).toBe("begins");
    await page.edit(() => 'await Promise.resolve();\nconsole.log(6 * 7, new Map([["a", [1]]]));');
    await page.press("Run");
    expect(await page.output("Done")).toBe("42 Map(1) { 'a' => [ 1 ] }");
    await page.edit(() => "for (let i = 0; i < 5000; i++) console.log(i);");
    await page.press("Run");
    expect(await page.output("Done")).toMatch(/\n999\n\.\.\. and more, which is not shown$/);
  });

  test("keeps a changed text when a control changes, until Reset", async () => {
    const page = await open();
    const code = await page.edit((text) => `${text}// mine\n`);
    await page.tab.getByText("You changed this text").waitFor();
    await page.fill("Learning rate", "0.25");
    await page.tab.waitForURL(/rate=0.25/);
    const editor = await page.program();
    expect(await editor.inputValue()).toBe(code);
    await page.press("Reset");
    expect(await editor.inputValue()).toContain("learningRate: 0.25");
    expect(await page.tab.getByText("You changed this text").count()).toBe(0);
    await page.fill("Learning rate", "0.125");
    await expect.poll(() => editor.inputValue(), { timeout: 10_000 }).toContain("learningRate: 0.125");
  });

  test("is downloaded as it is edited", async () => {
    const page = await open();
    const code = await page.edit((text) => `${text}// mine\n`);
    expect((await page.downloaded("Download")).toString()).toBe(code);
  });

  test("is shared by the page's link, and runs from there only when asked", async () => {
    const sender = await open();
    const code = await sender.edit((text) => `${text.replace("i < 10_000", "i < 100")}// 一\n`);
    await sender.fill("Learning rate", "0.25");
    await sender.tab.waitForURL(/rate=0.25&program=/);

    const page = await open(sender.tab.url());
    await page.tab.getByText("This program comes from a link").waitFor();
    const editor = await page.program();
    expect(await editor.inputValue()).toBe(code);
    expect(await page.printed()).toBe("");
    await page.press("Run");
    expect(await page.output("Done")).toContain("training accuracy");
    await page.press("Reset");
    expect(await editor.inputValue()).toContain("learningRate: 0.25");
    await page.tab.waitForURL((url) => !url.hash.includes("program"));

    const damaged = await open("#program=a");
    await damaged.tab.getByText("The program in the link is damaged").waitFor();
  });

  test("goes back to the page's own run when a control changes, which plays on", async () => {
    const page = await open();
    await page.until("Iteration", (iteration) => iteration > 10);
    await page.edit((code) => code.replace("10_000", "1e9"));
    await page.press("Run");
    await page.tab.getByText(SHOWN).waitFor();
    await page.fill("Units of layer 1", "7");
    await page.output("Stopped");
    await page.tab.getByText(SHOWN).waitFor({ state: "hidden" });
    await page.tab.getByRole("button", { name: "Pause", exact: true }).waitFor();
    await page.until("Iteration", (iteration) => iteration > 10);
  });

  test("is written, run, stopped and left by keyboard alone", async () => {
    const page = await open();
    const editor = await page.program();
    await page.tab.getByRole("button", { name: "Download", exact: true }).focus();
    await page.tab.keyboard.press("Tab");
    expect(await editor.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.tab.keyboard.press("ControlOrMeta+A");
    await page.tab.keyboard.type("const a: number = 1;");
    await page.tab.keyboard.press("Enter");
    await page.tab.keyboard.type("console.log(a + 1);");
    await page.tab.keyboard.press("Control+Enter");
    expect(await page.output("Done")).toBe("2");
    await page.tab.keyboard.press("ControlOrMeta+A");
    await page.tab.keyboard.type("for (;;) {}");
    await page.tab.keyboard.press("Control+Enter");
    await page.output("Running");
    await page.tab.keyboard.press("Escape");
    await page.output("Stopped");
    await page.tab.keyboard.press("Tab");
    const focused = page.tab.locator(":focus");
    expect(await focused.getAttribute("aria-label")).toBe("Output of the program");
  });

  test("runs in Chinese", async () => {
    const page = await open("", { locale: "zh", viewport: { width: 390, height: 844 } });
    await page.edit((code) => code.replace("i < 10_000", "i < 200").replace("classes: 3", "classes: 2"));
    await page.tab.getByText("程序已被改动").waitFor();
    await page.press("运行");
    expect(await page.output("已完成")).toContain("iteration 0: loss");
    await page.tab.getByText("现在显示的是你的程序训练的模型").waitFor();
    await page.edit((code) => code.replace("sgd.step();", "sgd.stop();"));
    await page.press("运行");
    expect(await page.output("出错")).toMatch(/TypeError.*\n第 23 行\n/s);
    expect(await page.tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.press("还原");
    expect(await (await page.program()).inputValue()).toBe(GENERATED);
  });

  test("loads what compiles it only when it first runs, and nothing from elsewhere", async () => {
    const loaded: string[] = [];
    const page = await open("", {}, async (tab) => {
      tab.on("request", (request) => loaded.push(request.url()));
    });
    await page.edit(() => "console.log(1);");
    expect(loaded.filter((url) => url.includes("compile"))).toEqual([]);
    await page.press("Run");
    await page.output("Done");
    expect(loaded.filter((url) => url.includes("compile"))).toHaveLength(1);
    expect(loaded.filter((url) => !/^(blob:)?http:\/\/127\.0\.0\.1/.test(url))).toEqual([]);
  });

  test.each([
    ["runs without WebAssembly", "default-src 'self'; worker-src 'self' blob:", "Done"],
    ["says so if no worker may run it", "default-src 'self'", "Failed"],
  ])("%s", async (_, policy, status) => {
    const page = await open("", {}, async (tab) => {
      await tab.route("**/*", async (route) => {
        const response = await route.fetch();
        const headers = { ...response.headers(), "content-security-policy": policy };
        await route.fulfill({ response, headers });
      });
    });
    await page.edit((code) => code.replace("i < 10_000", "i < 100"));
    await page.press("Run");
    const wanted = { Done: "iteration 0: loss 1.098744", Failed: "allows no worker that runs a program" }[
      status
    ];
    expect(await page.output(status)).toContain(wanted);
    await page.tab.unrouteAll({ behavior: "wait" });
    // Browsers report what the policy forbids.
    const forbidden =
      status === "Done" ? /WebAssembly|wasm/i : /WebAssembly|wasm|Content.Security.Policy|worker/i;
    expect(page.complaints.filter((text) => !forbidden.test(text))).toEqual([]);
    (page.complaints as string[]).length = 0;
  });

  test.runIf(name === "Chromium").each([1280, 390])("shifts nothing at %i pixels", async (width) => {
    const page = await open("", { viewport: { width, height: 844 } });
    const editor = await page.program();
    await editor.scrollIntoViewIfNeeded();
    await page.tab.waitForTimeout(600);
    await page.tab.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift" });
    });
    await editor.fill(edited(GENERATED).replace("10_000", "3000"));
    await editor.press("Control+Enter");
    await page.output("Done");
    await editor.fill("nothing;");
    await editor.press("Control+Enter");
    await page.output("Failed");
    await page.tab.waitForTimeout(500);
    expect(await page.tab.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });
});

/** The picture of the decision regions. */
function regions(page: LivePage): Promise<string> {
  return page.tab
    .locator(".plane canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
}
