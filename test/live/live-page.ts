import type { Browser, BrowserContextOptions, Locator, Page } from "playwright";
import { inject } from "vitest";

/** The live page in a tab of a browser, with what it complained about. */
export class LivePage {
  private constructor(
    readonly tab: Page,
    readonly complaints: readonly string[],
  ) {}

  /** Opens the page with a hash such as `#hidden=20`, or a whole address. */
  static async open(
    browser: Browser,
    hash = "",
    options: BrowserContextOptions = {},
    prepare: (tab: Page) => Promise<void> = async () => {},
  ): Promise<LivePage> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "en",
      ...options,
    });
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    tab.on("pageerror", ({ message }) => complaints.push(message));
    await prepare(tab);
    await tab.goto(new URL(hash, inject("address")).href);
    return new LivePage(tab, complaints);
  }

  async close(): Promise<void> {
    await this.tab.context().close();
  }

  async press(button: string): Promise<void> {
    await this.tab.getByRole("button", { name: button, exact: true }).click();
  }

  /** Sets a field as a reader does, who types and leaves it. */
  async fill(label: string, value: string): Promise<void> {
    const field = this.tab.getByLabel(label, { exact: true });
    await field.focus();
    await field.press("ControlOrMeta+a");
    await this.tab.keyboard.type(value);
    await this.tab.keyboard.press("Tab");
  }

  async choose(label: string, option: string): Promise<void> {
    await this.tab.getByLabel(label, { exact: true }).selectOption(option);
  }

  /** A number of the readout, such as "Accuracy"; NaN while there is none. */
  async number(name: string): Promise<number> {
    const value = this.tab
      .locator(".readout div", { has: this.tab.getByText(name, { exact: true }) })
      .locator("dd");
    return Number.parseFloat(((await value.textContent()) ?? "").replaceAll(",", ""));
  }

  /** Waits until a number of the readout is as wanted, and returns it. */
  async until(name: string, isWanted: (value: number) => boolean): Promise<number> {
    for (const start = Date.now(); ; ) {
      const value = await this.number(name);
      if (isWanted(value)) return value;
      if (Date.now() - start > 30_000) throw new Error(`${name} is still ${value}`);
      await this.tab.waitForTimeout(20);
    }
  }

  /** Makes so many steps by hand. */
  async step(count: number): Promise<void> {
    const before = await this.until("Iteration", (iteration) => iteration >= 0);
    for (let i = 1; i <= count; i++) {
      await this.press("One step");
      await this.until("Iteration", (iteration) => iteration === before + i);
    }
  }

  /** Pauses, and returns the iteration at which the training stands then. */
  async pause(): Promise<number> {
    await this.press("Pause");
    await this.tab.getByRole("button", { name: "Play" }).waitFor();
    return this.number("Iteration");
  }

  /** The model as the page saves it. */
  async saved(format: "safetensors" | "JSON" | "ONNX"): Promise<Buffer> {
    await this.open("Save the model");
    return this.downloaded(format);
  }

  /** The file that a button hands over. */
  async downloaded(button: string): Promise<Buffer> {
    // Playwright does not see the downloads of Firefox: what is handed over is caught on its way.
    const content = await this.tab.evaluateHandle(() => ({
      bytes: new Promise<number[]>((resolve) => {
        const original = URL.createObjectURL;
        URL.createObjectURL = (blob: Blob) => {
          URL.createObjectURL = original;
          blob.arrayBuffer().then((buffer) => resolve([...new Uint8Array(buffer)]));
          return original(blob);
        };
      }),
    }));
    await this.press(button);
    return Buffer.from(await content.evaluate(({ bytes }) => bytes));
  }

  /** Opens the program's panel, and returns the field with its text as soon as that is there. */
  async program(): Promise<Locator> {
    const editor = this.tab.locator("textarea.program");
    const panel = this.tab.locator("details", { has: editor });
    if ((await panel.getAttribute("open")) === null) await panel.locator("summary").click();
    await this.tab.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>(".program")?.value !== "",
    );
    return editor;
  }

  /** Changes the program's text, and returns it. */
  async edit(change: (code: string) => string): Promise<string> {
    const editor = await this.program();
    const code = change(await editor.inputValue());
    await editor.fill(code);
    return code;
  }

  /** Waits for how the program's run ends, and returns what is printed by then. */
  async output(status: string): Promise<string> {
    await this.tab.locator(".program-status", { hasText: status }).waitFor();
    return this.printed();
  }

  /** What the program has printed so far. */
  async printed(): Promise<string> {
    return (await this.tab.locator(".program-output > *").allInnerTexts()).join("\n");
  }

  /** Walks to a point by keyboard, so that the page shows its numbers. */
  async walkToPoint(): Promise<void> {
    await this.tab.locator(".readout dd", { hasText: /\d/ }).first().waitFor();
    await this.tab.locator(".plane").focus();
    await this.tab.keyboard.press("ArrowRight");
    await this.tab.locator(".point-scores tr.right").waitFor();
  }

  /** Opens every panel. */
  async openAll(): Promise<void> {
    await this.tab.evaluate(() => {
      for (const panel of document.querySelectorAll("details")) panel.open = true;
    });
  }

  /** Opens a panel. */
  async open(title: string): Promise<void> {
    const panel = this.tab.locator("details", { has: this.tab.getByText(title, { exact: true }) });
    if ((await panel.getAttribute("open")) === null) await panel.locator("summary").click();
  }
}
