import { LinkChecker } from "linkinator";
import { expect, inject, test } from "vitest";
import { PRESETS } from "../../examples/live/presets.js";
import { browsers } from "../support/browsers.js";

// Pages elsewhere come and go, and a test must not depend on them.
test("all links within the site lead somewhere, and their anchors exist", async () => {
  const { links } = await new LinkChecker().check({
    path: "site",
    recurse: true,
    checkFragments: true,
    checkCss: true,
    linksToSkip: ["^https?://(?!localhost:)"],
  });
  const dead = links.filter(({ state }) => state === "BROKEN");
  expect(dead.map(({ url, parent }) => ({ url, parent }))).toEqual([]);
  expect(links.length).toBeGreaterThan(500);
}, 300_000);

// It writes its links itself, where the checker does not see them.
test.each([
  ["en", "en", { home: "/index.html", caseStudy: "/documents/The_case_study.html" }],
  ["zh", "zh-Hans", { home: "/documents/spiralnet_简介.html", caseStudy: "/documents/案例研究.html" }],
])("the live page's links to guides lead somewhere, in %s", async (locale, lang, { home, caseStudy }) => {
  const browser = await (browsers[0] as (typeof browsers)[number]).launch();
  try {
    const tab = await browser.newPage({ locale });
    await tab.goto(new URL("live/index.html", inject("site")).href);
    const links = new Set<string>();
    for (const preset of Object.keys(PRESETS)) {
      await tab.locator(".preset select").selectOption(preset);
      expect(await tab.locator(".why a").count()).toBe(1);
      const shown = await tab
        .locator("a")
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      for (const link of shown) links.add(link);
    }
    const paths = [...links].map((link) => decodeURI(new URL(link).pathname));
    expect(paths).toEqual(expect.arrayContaining([home, caseStudy]));
    expect(links.size).toBeGreaterThan(9);
    for (const link of links) {
      await tab.goto("about:blank"); // from the same page there would be no response
      const response = await tab.goto(link);
      expect(response?.status(), link).toBe(200);
      const section = decodeURIComponent(new URL(link).hash.slice(1));
      if (section !== "") expect(await tab.locator(`[id="${section}"]`).count(), link).toBe(1);
      if (link.includes(encodeURI(caseStudy)))
        expect(await tab.locator("html").getAttribute("lang")).toBe(lang);
    }
  } finally {
    await browser.close();
  }
});
