import { expect, test } from "vitest";
import { inBrowsers } from "./in-browsers.js";
import type { LivePage } from "./live-page.js";

inBrowsers("The live page", ({ name, open }) => {
  test.each(["light", "dark"] as const)("has text of enough contrast when it is %s", async (theme) => {
    const page = await open("#rate=-1");
    await page.tab.getByRole("alert").waitFor();
    await page.openAll();
    await page.walkToPoint();
    await page.program();
    await useTheme(page, theme);
    expect(await page.tab.evaluate(faintTexts)).toEqual([]);

    await page.choose("Example", "highLearningRate");
    await page.tab.getByRole("alert").getByText("Training stopped.").waitFor();
    expect(await page.tab.evaluate(faintTexts)).toEqual([]);

    await page.press("Edit these points");
    await page.press("Use these lines");
    await page.tab.getByText("There are no rows.").waitFor();
    expect(await page.tab.evaluate(faintTexts)).toEqual([]);
  });

  test("gives each control a name", async () => {
    const page = await open();
    await page.openAll();
    await page.walkToPoint();
    await page.tab.locator(".digits").first().waitFor();
    const nameless = await page.tab.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLInputElement>(
          "input, select, textarea, button, a, [tabindex], [role=img]",
        ),
      ]
        .filter((control) => {
          const named = control.getAttribute("aria-labelledby")?.split(" ") ?? [];
          const texts = named.map((id) => document.getElementById(id)?.textContent);
          const label = control.ariaLabel ?? control.labels?.[0]?.textContent ?? texts.join("");
          const own = control.matches("[role], pre") ? "" : control.textContent;
          return control.checkVisibility() && `${label}${own}`.trim() === "";
        })
        .map(({ outerHTML }) => outerHTML),
    );
    expect(nameless).toEqual([]);
  });

  test.each(["light", "dark"] as const)("shows where the focus is when it is %s", async (theme) => {
    const page = await open();
    await page.openAll();
    await page.walkToPoint();
    await useTheme(page, theme);
    const controls = page.tab.locator("input, select, textarea, button, a, summary, [tabindex]");
    await page.tab.locator("body").click({ position: { x: 1, y: 1 } });
    await page.tab.keyboard.press("Tab"); // by keyboard from here on
    const hidden = await controls.evaluateAll((all: HTMLElement[]) =>
      all
        .filter((control) => {
          if (!control.checkVisibility() || control.matches(":disabled")) return false;
          control.focus();
          const { outlineStyle, outlineWidth } = getComputedStyle(control);
          return (
            !control.matches(":focus-visible") ||
            outlineStyle !== "solid" ||
            Number.parseFloat(outlineWidth) < 2
          );
        })
        .map(({ outerHTML }) => outerHTML),
    );
    expect(hidden).toEqual([]);
  });

  test.each(["en", "zh"])("scrolls in one direction only at a zoom of 200 %, in %s", async (locale) => {
    // What a window of 1280 pixels shows then.
    const page = await open("", { locale, viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await page.walkToPoint();
    await page.openAll();
    await page.tab.locator(".layers-of-point math").first().waitFor();
    expect(await page.tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });

  test("has letters as large as the browser is set to", async () => {
    const page = await open();
    await page.openAll();
    await page.walkToPoint();
    const fixed = await page.tab.evaluate(() => {
      const all = [...document.body.querySelectorAll("*")].filter(({ textContent }) => textContent !== "");
      const sizes = () => all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      const before = sizes();
      document.documentElement.style.fontSize = "200%"; // of the size that the browser is set to
      const shares = sizes().map((size, i) => size / (before[i] ?? Number.NaN));
      return all.filter((_, i) => (shares[i] ?? 0) < 1.9).map(({ outerHTML }) => outerHTML.slice(0, 80));
    });
    expect(fixed).toEqual([]);
    const rules = await page.tab.evaluate(() =>
      [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)),
    );
    expect(rules.filter((rule) => /font(-size)?:[^;]*\dpx/.test(rule))).toEqual([]);
  });

  // Playwright can't ask Firefox for it.
  test.runIf(name === "Chromium")(
    "waits for those who want less motion, also in another example",
    async () => {
      const page = await open("", { reducedMotion: "reduce" });
      await page.tab.getByText("Your system asks for less motion").waitFor();
      await page.until("Iteration", (iteration) => iteration === 0);
      await page.choose("Example", "overfitting");
      await page.until("Test accuracy", (accuracy) => accuracy > 0);
      await page.tab.waitForTimeout(300);
      expect(await page.number("Iteration")).toBe(0);
      await page.press("Play");
      await page.until("Iteration", (iteration) => iteration > 0);
      await page.choose("Example", "xor");
      await page.until("Iteration", (iteration) => iteration > 0);
    },
  );
});

async function useTheme(page: LivePage, theme: "light" | "dark"): Promise<void> {
  await page.tab.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
}

/** Runs in the page: texts whose contrast to what is behind them is less than 4.5 to 1. */
function faintTexts(): string[] {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("There is no canvas");
  // Any way to write a colour, drawn over what is behind it.
  const painted = (...colors: string[]): number[] => {
    for (const color of colors) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb: number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element: Element): string[] => {
    const { backgroundColor } = getComputedStyle(element);
    return [...(element.parentElement === null ? ["#fff"] : behind(element.parentElement)), backgroundColor];
  };
  const contrast = (element: Element, color: string): number => {
    const back = behind(element);
    const [more = 0, less = 0] = [luminance(painted(...back)), luminance(painted(...back, color))].sort(
      (a, b) => b - a,
    );
    return (more + 0.05) / (less + 0.05);
  };
  const faint: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility() || element.closest(":disabled, canvas") || element.closest(".unseen"))
      continue;
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    const inputs = element.matches("input, select, textarea");
    const colors = [
      ...(hasText || inputs ? [getComputedStyle(element).color] : []),
      ...(element.matches("[placeholder]") ? [getComputedStyle(element, "::placeholder").color] : []),
    ];
    for (const color of colors) {
      const ratio = contrast(element, color);
      if (ratio < 4.5) faint.push(`${ratio.toFixed(2)}: ${color} ${element.outerHTML.slice(0, 100)}`);
    }
  }
  return faint;
}
