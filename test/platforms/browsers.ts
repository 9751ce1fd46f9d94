import assert from "node:assert/strict";
import type { Page } from "playwright";
import type { PreviewServer } from "vite";
import { checkOutput } from "../package/check-output.js";
import { browsers } from "../support/browsers.js";
import type { Platform } from "./platform.js";

const pages = [
  { name: "bundled", path: "bundled.html" },
  { name: "unbundled, import map", path: "unbundled.html" },
];

/** Chromium and Firefox, each with a bundled page and an unbundled one. */
export function browserPlatforms(site: PreviewServer): Platform[] {
  return browsers.flatMap(({ name, launch }) =>
    pages.map((page) => ({
      name: `${name}, ${page.name}`,
      async run() {
        const browser = await launch();
        try {
          const url = new URL(page.path, site.resolvedUrls?.local[0]);
          const tab = await browser.newPage();
          const output = await printed(tab, url.href);
          await checkPicture(tab, checkOutput(output));
          return output;
        } finally {
          await browser.close();
        }
      },
    })),
  );
}

/** Returns what a page prints, up to the picture that ends it. */
function printed(tab: Page, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    tab.on("console", (message) => {
      lines.push(message.text());
      if (message.type() === "error") reject(new Error(message.text()));
      if (message.text().startsWith("<svg")) resolve(lines.join("\n"));
    });
    tab.on("pageerror", reject);
    tab.goto(url).catch(reject);
    setTimeout(
      () => reject(new Error(`no picture after a minute; printed: ${lines.join("\n")}`)),
      60_000,
    ).unref();
  });
}

/** Throws unless the browser parses a picture as SVG, alone and within a page, and shows it. */
async function checkPicture(tab: Page, picture: string): Promise<void> {
  await tab.setContent(picture);
  const seen = await tab.evaluate(`(() => {
    const parsed = new DOMParser().parseFromString(${JSON.stringify(picture)}, "image/svg+xml");
    const svg = document.querySelector("svg");
    const { width, height } = svg.getBoundingClientRect();
    return {
      root: parsed.documentElement.tagName,
      namespace: svg.namespaceURI,
      visible: width > 0 && height > 0,
      shapes: svg.querySelectorAll("path, circle").length > 0,
    };
  })()`);
  const namespace = "http://www.w3.org/2000/svg";
  assert.deepEqual(seen, { root: "svg", namespace, visible: true, shapes: true });
}
