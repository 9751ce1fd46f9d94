import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { browsers } from "../support/browsers.js";
import { LivePage } from "./live-page.js";

/** What the tests of the live page work with. */
interface Live {
  /** Such as "Firefox". */
  readonly name: string;
  browser(): Browser;
  /** Opens the page. It is closed after the test, which fails if the page complained. */
  open(...options: OpenOptions): Promise<LivePage>;
}

type OpenOptions = Parameters<typeof LivePage.open> extends [Browser, ...infer Rest] ? Rest : never;

/** Tests that each browser runs. */
export function inBrowsers(what: string, tests: (live: Live) => void): void {
  describe.each(browsers)(`${what} in $name`, ({ name, launch }) => {
    let browser: Browser;
    let pages: LivePage[] = [];
    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser.close());
    afterEach(async () => {
      const complaints = pages.flatMap((page) => page.complaints);
      await Promise.all(pages.map((page) => page.close()));
      pages = [];
      expect(complaints).toEqual([]);
    });
    tests({
      name,
      browser: () => browser,
      async open(...options) {
        const page = await LivePage.open(browser, ...options);
        pages.push(page);
        return page;
      },
    });
  });
}
