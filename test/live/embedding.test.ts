import { expect, inject, test } from "vitest";
import { startBlock } from "../support/start-page.js";
import { inBrowsers } from "./in-browsers.js";
import type { LivePage } from "./live-page.js";

inBrowsers("The element <spiral-net>", ({ open: openPage }) => {
  /** Opens a page of somebody else's, beside the live page's files. */
  const open = async (html: string): Promise<LivePage> => {
    const body = html.replace("./live/", "./");
    const prepare = async (tab: LivePage["tab"]): Promise<void> => {
      await tab.route("**/lecture.html", (route) =>
        route.fulfill({ contentType: "text/html; charset=utf-8", body }),
      );
    };
    return openPage("lecture.html", {}, prepare);
  };
  const withElement = (element: string): string =>
    `<!doctype html><title>Lecture</title><script type="module" src="./spiral-net.js"></script>${element}`;

  test("shows two setups in one page, as the guide says", async () => {
    const page = await open(startBlock("html live"));
    const [linear, network] = [
      page.tab.frameLocator("iframe").first(),
      page.tab.frameLocator("iframe").last(),
    ];
    await linear.getByText("None: a linear classifier.").waitFor();
    expect(await linear.getByLabel("Points", { exact: true }).inputValue()).toBe("xor");
    expect(await network.getByLabel("第 1 层单元数").inputValue()).toBe("4");
    for (const [frame, iteration] of [
      [linear, "Iteration"],
      [network, "迭代次数"],
    ] as const) {
      const value = frame.locator(".readout div", { hasText: new RegExp(`^${iteration}\\d`) }).locator("dd");
      await expect
        .poll(async () => Number.parseInt((await value.textContent()) ?? "", 10))
        .toBeGreaterThan(0);
    }
    const names = page.tab.locator("iframe");
    expect(await names.evaluateAll((all) => all.map((frame) => (frame as HTMLIFrameElement).title))).toEqual([
      "spiralnet",
      "四个隐藏单元",
    ]);
  });

  test("says in its frame what is wrong with its attributes", async () => {
    const page = await open(withElement(`<spiral-net setup="hidden=1000&color=red" lang="fr"></spiral-net>`));
    const alert = page.tab.frameLocator("iframe").getByRole("alert");
    await alert.getByText("hidden=1000; expected at most 6 layers such as 100,50").waitFor();
    await alert.getByText("“color=red”, which means nothing here").waitFor();
    await alert.getByText("“fr”; expected en or zh").waitFor();
  });

  test("starts another setup when its attribute changes, with or without #", async () => {
    const page = await open(withElement(`<spiral-net setup="hidden=7"></spiral-net>`));
    const units = page.tab.frameLocator("iframe").getByLabel("Units of layer 1", { exact: true });
    await expect.poll(() => units.inputValue()).toBe("7");
    await page.tab.locator("spiral-net").evaluate((element) => element.setAttribute("setup", "#hidden=9"));
    await expect.poll(() => units.inputValue()).toBe("9");
  });

  test("is as large as the page's style says", async () => {
    const style = "<style>spiral-net { height: 500px; width: 700px; }</style>";
    const page = await open(withElement(`${style}<spiral-net></spiral-net><spiral-net hidden></spiral-net>`));
    const frames = page.tab.locator("iframe");
    await expect.poll(() => frames.count()).toBe(2);
    expect(await frames.first().boundingBox()).toMatchObject({ width: 700, height: 500 });
    expect(await frames.last().isVisible()).toBe(false);
  });

  test("opens links beside the page that it is in", async () => {
    const page = await open(withElement("<spiral-net></spiral-net>"));
    const link = page.tab.frameLocator("iframe").getByRole("link").last();
    const [other] = await Promise.all([page.tab.context().waitForEvent("page"), link.click()]);
    await other.waitForURL(new URL("licenses.txt", inject("address")).href);
  });
});
