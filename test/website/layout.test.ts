import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { browsers } from "../support/browsers.js";
import { type Layout, measureLayout } from "./support/layout.js";
import { pages } from "./support/pages.js";

const WIDTHS = [1280, 390];

describe.each(browsers)("$name", ({ name, launch }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  describe.each(WIDTHS)("%i pixels wide", (width) => {
    let tab: Page;
    const errors: string[] = [];
    const layouts = new Map<string, Layout>();
    beforeAll(async () => {
      tab = await browser.newPage({ viewport: { width, height: 900 } });
      tab.on("pageerror", ({ message }) => errors.push(message));
      tab.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      for (const page of pages) {
        await open(tab, page);
        layouts.set(page, await tab.evaluate(measureLayout));
      }
    }, 300_000);
    afterAll(() => tab.close());

    /** What is wrong with each page, without the pages with which nothing is wrong. */
    const faults = (faultsOf: (layout: Layout) => readonly unknown[]) =>
      [...layouts]
        .map(([page, layout]) => ({ page, faults: faultsOf(layout) }))
        .filter(({ faults }) => faults.length > 0);

    test("no page reports an error", () => {
      expect(errors).toEqual([]);
    });

    test("no page scrolls sideways", () => {
      expect(faults(({ sideways }) => (sideways > 0 ? [sideways] : []))).toEqual([]);
    });

    if (width === 1280)
      test("no code is cut off", () => {
        const text = faults(({ cutOff }) => cutOff).filter(({ page }) => !page.startsWith("source/"));
        expect(text).toEqual([]);
      });

    test("every picture shows, with letters of 9 pixels or more", () => {
      const small = faults(({ pictures }) =>
        pictures.filter(({ broken, smallestLetters }) => broken || smallestLetters < 9),
      );
      expect(small).toEqual([]);
      expect([...layouts.values()].flatMap(({ pictures }) => pictures).length).toBeGreaterThan(10);
    });

    test("no heading has an empty line below its words", () => {
      expect(faults(({ highHeadings }) => highHeadings)).toEqual([]);
    });

    test("tables of two columns fit, and no row is an empty line", () => {
      expect(faults(({ wideTables }) => wideTables)).toEqual([]);
      expect(faults(({ emptyRows }) => (emptyRows > 0 ? [emptyRows] : []))).toEqual([]);
    });

    test("no number in a table breaks", () => {
      expect(faults(({ brokenNumbers }) => brokenNumbers)).toEqual([]);
    });
  });

  test("pictures have the colours of the page: the reader's choice, or else the system's", async () => {
    const guide = pages.find((page) => page.includes("case_study")) as string;
    const tab = await browser.newPage({ colorScheme: "dark" });
    await open(tab, guide);
    // Playwright can't give the system's Firefox another scheme.
    const system = await tab.evaluate(() =>
      matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    );
    expect(system).toBe(name === "Firefox" ? "light" : "dark");
    expect(await paperOf(tab)).toBe(system);
    for (const choice of ["light", "dark"] as const) {
      await tab.evaluate((theme) => localStorage.setItem("tsd-theme", theme), choice);
      await open(tab, guide);
      expect(await paperOf(tab)).toBe(choice);
    }
    await tab.close();
  });
});

async function open(tab: Page, page: string): Promise<void> {
  await tab.goto(new URL(page, inject("site")).href, { waitUntil: "load" });
  await tab.locator(".col-content").waitFor();
}

/** Whether a picture's corner is dark or light, in a photograph of it. */
async function paperOf(tab: Page): Promise<"dark" | "light"> {
  const photograph = await tab.locator(".tsd-panel img").first().screenshot();
  const brightness = await tab.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`; // the policy lets nothing fetch it
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    return (context.getImageData(4, 4, 1, 1).data[0] as number) / 255;
  }, photograph.toString("base64"));
  return brightness < 0.5 ? "dark" : "light";
}
