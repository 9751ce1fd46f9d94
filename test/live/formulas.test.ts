import { expect, test } from "vitest";
import { CHOICES } from "../../examples/live/choices.js";
import { inBrowsers } from "./in-browsers.js";
import type { LivePage } from "./live-page.js";

inBrowsers("The formulas of a point", ({ open }) => {
  test("are right for the numbers in them", async () => {
    const page = await open("#hidden=4");
    await page.until("Iteration", (iteration) => iteration > 20);
    await page.pause();
    await page.open("One point by hand");
    await page.walkToPoint();
    for (const unit of ["0 0", "0 3", "2 1"]) {
      await page.choose("By hand, unit", unit);
      const checked = (await equations(page)).map(checkedSides);
      // The weighted sum, p, L and the gradient of the score have both sides in numbers.
      expect(checked).toEqual([2, 0, 1, 2, 2, 2]);
    }
  });

  test("are there for each kind of layer", async () => {
    const page = await open("#hidden=5,5&dropout=0.1&normalization=BatchNorm");
    await page.open("One point by hand");
    for (const activation of CHOICES.activation) {
      await page.choose("Activation", activation);
      if (activation === "Softplus") await page.choose("Normalization", "LayerNorm");
      await page.walkToPoint();
      const rows = page.tab.locator(".layers-of-point tbody tr");
      await rows.filter({ hasText: activation }).first().waitFor();
      const cells = page.tab.locator(".layers-of-point tbody td .formula");
      // Forward and back.
      expect(await cells.count()).toBe(2 * (await rows.count()));
      const wrong = await cells.evaluateAll((all) =>
        all.filter(({ childNodes: [only, ...others] }) => {
          const isFormula = only?.nodeName === "math" && only.textContent !== "";
          return !isFormula || others.length > 0;
        }),
      );
      expect(wrong).toEqual([]);
    }
  });

  test("have brackets as high as a line, whatever fonts there are", async () => {
    const page = await open();
    await page.open("One point by hand");
    await page.walkToPoint();
    const formula = page.tab.locator(".layers-of-point math", { hasText: "max" }).first();
    await formula.waitFor();
    expect((await formula.boundingBox())?.height).toBeLessThan(28);
  });

  test("keep a reader's place while the numbers change", async () => {
    const page = await open();
    await page.open("One point by hand");
    await page.walkToPoint();
    const digits = page.tab.locator(".digits").first();
    await digits.focus();
    await digits.evaluate((row) => {
      row.scrollLeft = 50;
    });
    const before = await digits.textContent();
    await expect.poll(() => digits.textContent(), { timeout: 10_000 }).not.toBe(before);
    expect(await digits.evaluate((row) => [row === document.activeElement, row.scrollLeft])).toEqual([
      true,
      50,
    ]);
  });
});

/** The lines of a point by hand as expressions of JavaScript, with "=" between them. */
async function equations(page: LivePage): Promise<string[]> {
  return page.tab.locator(".by-hand math").evaluateAll((formulas) => {
    const written = (node: Element): string => {
      const [first, second] = [...node.children].map(written);
      const text = (node.textContent ?? "").replaceAll("−", "-").replaceAll("·", "*");
      if (node.localName === "mfrac") return `((${first})/(${second}))`;
      if (node.localName === "msup")
        return first === "e" ? `Math.exp(${second})` : `((${first})**(${second}))`;
      if (node.localName === "mn") return `(${text})`;
      if (text === "ln") return "Math.log";
      return node.children.length > 0 ? [...node.children].map(written).join("") : text;
    };
    return formulas.map(written);
  });
}

/** How many sides of an equation are numbers; all of them must be nearly the same one. */
function checkedSides(equation: string): number {
  const values = equation
    .split("=")
    .filter(isArithmetic)
    .map((side) => Number(new Function(`return ${side}`)()));
  for (const value of values) expect(value, equation).toBeCloseTo(values[0] ?? Number.NaN, 1.7);
  return values.length;
}

function isArithmetic(side: string): boolean {
  return /^[\d.()+\-*/]+$/.test(side.replaceAll(/Math\.(exp|log)/g, ""));
}
