import { pathToFileURL } from "node:url";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { browsers } from "../support/browsers.js";

const TRAINING = "documents/Is_it_training_.html";

describe.each(browsers)("in $name", ({ launch }) => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    page = await browser.newPage();
    complaints = [];
    page.on("console", (message) => {
      const favicon = message.location().url.endsWith("/favicon.ico");
      if (message.type() === "error" && !favicon) complaints.push(message.text());
    });
    page.on("pageerror", ({ message }) => complaints.push(message));
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  test("a block prints below itself, and shows the value of each promise", async () => {
    const cell = await open("functions/spiralnet.oneHot.html");
    await edit(
      cell,
      'import { oneHot } from "spiralnet";\nconsole.log("a", [1]);\noneHot([1], 2); // => [[0, 1]]\n2 / 3; // ≈ 0.6667\n1 + 1; // => 3',
    );
    await run(cell);
    expect(await rows(cell)).toEqual([
      "a [ 1 ]",
      "✓ oneHot([1], 2) → [ [ 0, 1 ] ]",
      "✓ 2 / 3 → 0.6666666666666666 promised 0.6667",
      "✗ 1 + 1 → 2 promised 3",
    ]);
  });

  test("a block that continues others runs them first, and shows only its own output", async () => {
    const cell = await open(TRAINING, 1);
    await run(cell);
    expect(await status(cell).textContent()).toBe("Done");
    expect((await rows(cell)).length).toBeGreaterThan(0);
    expect((await rows(cell)).every((row) => row.startsWith("✓"))).toBe(true);
  });

  test("a picture that the code makes is shown", async () => {
    const cell = await open("functions/spiralnet_plot.lossCurve.html");
    await run(cell);
    const picture = output(cell).getByRole("img", { name: "The picture that the code made" }).first();
    await picture.scrollIntoViewIfNeeded();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  });

  test("an error of the library is shown with the line that made it", async () => {
    const cell = await open(TRAINING);
    await edit(
      cell,
      'import { Matrix } from "spiralnet";\n\nconst a: Matrix = Matrix.zeros(2, 3);\na.matmul(a);',
    );
    await run(cell);
    expect(await rows(cell)).toEqual([
      expect.stringMatching(/^ShapeError: matmul: left is 2 x 3.*\nline 4\na\.matmul\(a\);$/),
    ]);
  });

  test("wrong syntax, wrong names and wrong imports are explained", async () => {
    const cell = await open(TRAINING);
    await edit(cell, "let a = 1;\nlet = 2;");
    await run(cell);
    expect(await rows(cell)).toEqual([expect.stringMatching(/^SyntaxError: .*line 2/s)]);
    await edit(cell, 'import { Matrxi } from "spiralnet";\nMatrxi.zeros(1, 1);');
    await run(cell);
    expect(await rows(cell)).toEqual([
      expect.stringContaining('Error: "spiralnet" has no export "Matrxi"\nline 2'),
    ]);
    await edit(cell, 'import { readFileSync } from "node:fs";\nreadFileSync("a");');
    await run(cell);
    expect(await rows(cell)).toEqual([expect.stringContaining('"node:fs" can\'t be imported on this page')]);
  });

  test("an endless loop is stopped by its button, and by the time limit", async () => {
    await page.clock.install();
    const cell = await open(TRAINING);
    await edit(cell, 'console.log("begins");\nfor (;;) {}');
    await cell.getByRole("button", { name: "Run" }).click();
    await output(cell).getByText("begins").waitFor();
    await cell.getByRole("button", { name: "Stop" }).click();
    expect(await status(cell).textContent()).toBe("Stopped");

    await cell.getByRole("button", { name: "Run" }).click();
    await page.clock.fastForward(59_000);
    expect(await status(cell).textContent()).toBe("Running for 59 s");
    await page.clock.fastForward(2_000);
    expect(await status(cell).textContent()).toBe("Stopped after 60 s, the limit of this page");
  });

  test("endless output is cut off", async () => {
    const cell = await open(TRAINING);
    await edit(cell, "for (let i = 0; i < 5000; i++) console.log(i);");
    await run(cell);
    expect((await rows(cell)).join("\n")).toMatch(/\n999\n\.\.\. and more, which is not shown$/);
  });

  test("a shared link opens the edited code, and runs it only when asked", async () => {
    const cell = await open(TRAINING, 2);
    await edit(cell, 'console.log("zwölf ≈ 12");');
    await cell.getByRole("button", { name: "Share" }).click();
    await expect.poll(() => page.url()).toContain("#run=");
    const link = page.url();

    await page.goto("about:blank");
    await page.goto(link);
    const opened = page.locator("pre[data-run]").nth(2);
    await expect.poll(() => status(opened).textContent()).toContain("From a link");
    expect(await opened.locator("code").textContent()).toBe('console.log("zwölf ≈ 12");\n');
    expect(await output(opened).count()).toBe(0);
    await run(opened);
    expect(await rows(opened)).toEqual(["zwölf ≈ 12"]);

    await page.goto("about:blank");
    await page.goto(`${link.slice(0, -9)}`);
    await expect.poll(() => status(page.locator("pre[data-run]").first()).textContent()).toContain("damaged");
  });

  test("the keyboard alone edits, runs, stops and leaves", async () => {
    const cell = await open(TRAINING);
    await cell.getByRole("button", { name: "Run" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter"); // on Edit
    const code = cell.getByRole("textbox", { name: "Code; Control and Enter run it" });
    expect(await code.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("const a: number = 1;");
    await page.keyboard.press("Enter");
    await page.keyboard.type("console.log(a + 1);");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => status(cell).textContent()).toBe("Done");
    expect(await rows(cell)).toEqual(["2"]);

    await page.keyboard.press("Control+A");
    await page.keyboard.type("for (;;) {}");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Escape");
    expect(await status(cell).textContent()).toBe("Stopped");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Copy");
  });

  test("Reset takes the document's code back", async () => {
    const cell = await open(TRAINING);
    const before = await cell.locator("code").innerHTML();
    await edit(cell, "1;");
    await cell.getByRole("button", { name: "Reset" }).click();
    expect(await cell.locator("code").innerHTML()).toBe(before);
  });

  test("edited code keeps its colours, and gives them back with Reset", async () => {
    const cell = await open(TRAINING);
    const coloured = (kind: string) =>
      page.evaluate((name) => {
        const highlight = CSS.highlights.get(`run-${name}`) ?? [];
        return [...highlight].map((range) => range.toString()).sort();
      }, kind);
    const code = cell.locator("code");
    await cell.getByRole("button", { name: "Edit" }).click();
    await code.press("Control+A");
    await code.pressSequentially("const a = 1; // one\nlet b;");
    await expect.poll(() => coloured("keyword")).toEqual(["const", "let"]);
    expect(await coloured("comment")).toEqual(["// one"]);
    await code.press("Control+A");
    await code.press("Delete");
    await code.pressSequentially("if (a)");
    expect([...(await coloured("keyword")), ...(await coloured("control"))]).toEqual(["if"]);
    await cell.getByRole("button", { name: "Reset" }).click();
    expect([...(await coloured("keyword")), ...(await coloured("control"))]).toEqual([]);
    const greens = await page.evaluate(() => {
      const green = (element: Element, part?: string) => getComputedStyle(element, part).color;
      const edited = document.querySelector("code.ts") as Element;
      const comment = [...edited.querySelectorAll("span")].find((span) => /^\/\//.test(span.textContent));
      return [green(edited, "::highlight(run-comment)"), comment && green(comment)];
    });
    expect(greens[0]).toBe(greens[1]);
  });

  test("nothing is loaded before the first run, and nothing moves until then", async () => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    const cell = await open(TRAINING);
    expect(loaded.filter((url) => url.includes("engine"))).toEqual([]);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".tsd-typography > *")].map((element) =>
          Math.round(element.getBoundingClientRect().bottom + scrollY),
        ),
      );
    // The theme shows the page only once its script has run.
    const edit = cell.getByRole("button", { name: "Edit" });
    await edit.waitFor();
    const before = await places();
    await edit.click();
    expect(await places()).toEqual(before);
    await run(cell);
    expect(loaded.filter((url) => url.includes("engine"))).toHaveLength(1);
    const elsewhere = loaded.filter((url) => !/^(blob:)?http:\/\/127\.0\.0\.1/.test(url));
    expect(elsewhere).toEqual([]);
  });

  test("blocks also run where the policy allows no WebAssembly", async () => {
    await page.route("**/*.html", async (route) => {
      const response = await route.fetch();
      const policy = response.headers()["content-security-policy"]?.replace("'wasm-unsafe-eval'", "");
      await route.fulfill({ response, headers: { "content-security-policy": policy ?? "" } });
    });
    const cell = await open(TRAINING);
    await edit(
      cell,
      `import { Matrix } from "spiralnet";
       new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); // throws CompileError
       Matrix.full(64, 64, 1).matmul(Matrix.full(64, 64, 1)).sum(); // => 262144`,
    );
    await run(cell);
    expect((await rows(cell)).map((row) => row.charAt(0))).toEqual(["✓", "✓"]);
    complaints = []; // about the module
  });

  test("blocks also run in a page that is opened as a file", async () => {
    await page.goto(pathToFileURL(`site/${TRAINING}`).href);
    const cell = page.locator("pre[data-run]").first();
    await run(cell);
    expect(await status(cell).textContent()).toBe("Done");
    complaints = []; // typedoc's own scripts may complain about files
  });

  async function open(path: string, block = 0): Promise<Locator> {
    await page.goto(new URL(path, inject("site")).href);
    return page.locator("pre[data-run]").nth(block);
  }

  /** Replaces the code of a block as a reader does. */
  async function edit(cell: Locator, code: string): Promise<void> {
    const button = cell.getByRole("button", { name: "Edit" });
    if (await button.isVisible()) await button.click();
    await cell.locator("code").fill(code);
  }

  async function run(cell: Locator): Promise<void> {
    await cell.getByRole("button", { name: "Run" }).click();
    await expect.poll(() => status(cell).textContent(), { timeout: 60_000 }).toMatch(/^(Done|Failed)$/);
  }
});

function status(cell: Locator): Locator {
  return cell.locator(".run-status");
}

function output(cell: Locator): Locator {
  return cell.locator("xpath=following-sibling::*[1][@aria-label='Output']");
}

/** The rows of a block's output, as text. */
function rows(cell: Locator): Promise<string[]> {
  return output(cell).locator("xpath=*").allInnerTexts();
}
