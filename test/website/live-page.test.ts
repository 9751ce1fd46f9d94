import { expect, inject, test } from "vitest";
import { PRESETS } from "../../examples/live/presets.js";
import { browsers } from "../support/browsers.js";

// test/live tests it alone, where it has no links to guides.
test.each(["en", "zh"])(
  "the live page has room for each example's sentence and link, in %s",
  async (locale) => {
    const browser = await (browsers[0] as (typeof browsers)[number]).launch();
    try {
      const tab = await browser.newPage({ locale });
      await tab.goto(new URL("live/index.html", inject("site")).href);
      for (const width of [390, 700, 1280]) {
        await tab.setViewportSize({ width, height: 844 });
        const heights = new Set<number | undefined>();
        for (const preset of Object.keys(PRESETS)) {
          await tab.locator(".preset select").selectOption(preset);
          heights.add((await tab.locator(".preset").boundingBox())?.height);
        }
        expect([...heights], `${width} pixels`).toHaveLength(1);
        expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    } finally {
      await browser.close();
    }
  },
);
