import { LinkChecker } from "linkinator";
import { expect, test } from "vitest";

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
