import { expect, test } from "vitest";
import type { Point } from "../../examples/live/setup.js";
import { setupFrom } from "../../examples/live/url.js";
import { inBrowsers } from "./in-browsers.js";
import type { LivePage } from "./live-page.js";

/** Two points of class 0 and one of class 1. The plane spans −1.1 to 1.1. */
const THREE = "#data=own&classes=2&own=0:0,0,1,0.5_1:-0.5,-0.5";

inBrowsers("One's own points", ({ name, open }) => {
  test("takes points of one's own, by keyboard, by pointer and as CSV", async () => {
    const page = await open();
    await page.open("Your own points");
    await page.tab.getByLabel("CSV: x, y, class").fill("x,y,class\n0,1,a\n1,0,b\n-1,zero,a");
    await page.press("Use these lines");
    await page.tab.getByText("Row 4: y is “zero”").waitFor();
    await page.tab.getByLabel("CSV: x, y, class").fill("x,y,class\n0,1,a\n1,0,b\n-1,0,a");
    await page.press("Use these lines");
    await page.tab.getByText("3 points taken.").waitFor();

    const plane = page.tab.locator(".plane");
    await plane.focus();
    for (const key of ["ArrowRight", "ArrowUp", "3", "Enter"]) await page.tab.keyboard.press(key);
    await page.tab.waitForURL(/2:/);
    await plane.click({ position: { x: 100, y: 100 } });
    await page.until("Accuracy", (accuracy) => accuracy === 100);
    expect((await ownPoints(page)).length).toBe(5);
    await page.press("Remove all points");
    await page.tab.waitForURL((url) => !url.hash.includes("own=0") || url.hash.includes("own=&"));
    expect((await ownPoints(page)).length).toBe(0);
  });

  test("are dragged, added and removed by mouse", async () => {
    const page = await open(THREE);
    const { mouse } = page.tab;
    const from = await place(page, { x: 1, y: 0.5 });
    const to = await place(page, { x: -0.7, y: 0.3 });
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 5 });
    await mouse.up();
    // Without a button the pointer moves nothing.
    await mouse.move(from.x, from.y, { steps: 3 });
    expect(await ownPoints(page)).toEqual([at(0, 0, 0), at(-0.7, 0.3, 0), at(-0.5, -0.5, 1)]);

    await page.tab.getByRole("radio", { name: "Class 1", exact: true }).check();
    const added = await place(page, { x: 0.4, y: -0.3 });
    await mouse.click(added.x, added.y);
    expect((await ownPoints(page)).at(-1)).toEqual(at(0.4, -0.3, 1));
    const removed = await place(page, { x: 0, y: 0 });
    await mouse.click(removed.x, removed.y, { button: "right" });
    expect(await ownPoints(page)).toEqual([at(-0.7, 0.3, 0), at(-0.5, -0.5, 1), at(0.4, -0.3, 1)]);
  });

  test("get their class right below the plane", async () => {
    const page = await open(THREE, { viewport: { width: 390, height: 844 } });
    const radio = page.tab.getByRole("radio", { name: "Class 7", exact: true });
    await radio.waitFor();
    const bottom = (await radio.boundingBox())?.y ?? Number.NaN;
    const plane = await page.tab.locator(".plane").boundingBox();
    expect(bottom - (plane?.y ?? 0) - (plane?.height ?? 0)).toBeLessThan(250);
    await page.choose("Points", "moons");
    await radio.waitFor({ state: "hidden" });
  });

  test("stay within the plane when they are dragged out of it", async () => {
    const page = await open(THREE);
    const from = await place(page, { x: 0, y: 0 });
    const to = await place(page, { x: 1.3, y: 0 });
    await page.tab.mouse.move(from.x, from.y);
    await page.tab.mouse.down();
    await page.tab.mouse.move(to.x, to.y, { steps: 5 });
    await page.tab.mouse.up();
    expect((await ownPoints(page))[0]).toEqual(at(1, 0, 0));
  });

  // Playwright has no touch in Firefox.
  test.runIf(name === "Chromium")("are dragged and added by touch", async () => {
    const page = await open(THREE, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
    const from = await place(page, { x: 1, y: 0.5 });
    const to = await place(page, { x: -0.7, y: 0.3 });
    const touch = await page.tab.context().newCDPSession(page.tab);
    const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints });
    await send("touchStart", [from]);
    for (const share of [0.25, 0.5, 0.75, 1]) {
      await send("touchMove", [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }]);
    }
    await send("touchEnd", []);
    expect(await ownPoints(page)).toEqual([at(0, 0, 0), at(-0.7, 0.3, 0), at(-0.5, -0.5, 1)]);
    const added = await place(page, { x: 0.4, y: -0.3 });
    await page.tab.touchscreen.tap(added.x, added.y);
    expect(await ownPoints(page)).toHaveLength(4);
  });

  test("come from a file that is dropped on the plane", async () => {
    const page = await open();
    await drop(page, "x,y,class\n0,1,a\n1,0,b\n-1,0,a\n");
    await page.tab.getByText("3 points taken.").waitFor();
    expect(await ownPoints(page)).toEqual([
      { x: 0, y: 1, label: 0 },
      { x: 1, y: 0, label: 1 },
      { x: -1, y: 0, label: 0 },
    ]);
    await page.until("Accuracy", (accuracy) => accuracy === 100);
  });

  test("stay as they are if the file is wrong, and the page names its row over the plane", async () => {
    const page = await open(THREE);
    const notice = page.tab.getByRole("alert");
    await drop(page, "\n\n0,1,a\n1,zero,b\n");
    await notice.getByText("Row 4: y is “zero”; expected a number from −1000 to 1000.").waitFor();
    await drop(page, `${"long".repeat(1000)},0,a`);
    await notice.getByText("Row 1: x is “longlong").waitFor();
    expect((await notice.textContent())?.length).toBeLessThan(150);
    await page.tab.evaluate(() => {
      Blob.prototype.text = () => Promise.reject(new DOMException("a folder", "NotFoundError"));
    });
    await drop(page, "");
    await notice.getByText("The browser can't read “points.csv”").waitFor();
    expect(await ownPoints(page)).toHaveLength(3);
    await page.tab.locator(".notice").getByRole("button", { name: "Close" }).click();
    expect(await notice.isVisible()).toBe(false);
    // Training has gone on.
    await page.tab.getByRole("button", { name: "Pause" }).waitFor();
  });

  test("are at most a thousand, and another press moves none of them", async () => {
    const page = await open();
    const rows = Array.from({ length: 1000 }, (_, i) => `${((i % 40) - 20) / 20},${(i / 40 - 25) / 25},0`);
    await drop(page, rows.join("\n"));
    await page.tab.getByText("1000 points taken.").waitFor();
    const before = await ownPoints(page);
    expect(before).toHaveLength(1000);
    const free = await place(page, { x: 0.5, y: 0.5 });
    await page.tab.mouse.move(free.x, free.y);
    await page.tab.mouse.down();
    await page.tab.mouse.move(free.x + 30, free.y + 30, { steps: 3 });
    await page.tab.mouse.up();
    await page.tab.getByText("There are 1000 points, and there is no room for more.").waitFor();
    expect(await ownPoints(page)).toEqual(before);
  });
});

/** The points that the page's address has. */
async function ownPoints(page: LivePage): Promise<readonly Point[]> {
  await page.tab.waitForTimeout(500);
  return setupFrom(new URL(page.tab.url()).hash).setup.data.own;
}

/** Where a point of the plane is on the screen. */
async function place(page: LivePage, { x, y }: { x: number; y: number }): Promise<{ x: number; y: number }> {
  await page.until("Iteration", (iteration) => iteration >= 0);
  const furthest = Math.max(...(await ownPoints(page)).flatMap((point) => [point.x, point.y]).map(Math.abs));
  const plane = page.tab.locator(".plane");
  await plane.scrollIntoViewIfNeeded();
  const box = await plane.boundingBox();
  if (box === null) throw new Error("The plane is not in sight");
  const along = (share: number, length: number): number => ((share / (1.1 * furthest) + 1) / 2) * length;
  return { x: box.x + along(x, box.width), y: box.y + along(-y, box.height) };
}

/** A point there, or less than two pixels away. */
function at(x: number, y: number, label: number): unknown {
  return { x: expect.closeTo(x, 1.7), y: expect.closeTo(y, 1.7), label };
}

/** Drops a file on the plane as a browser does: it asks with "dragover" first. */
async function drop(page: LivePage, text: string): Promise<void> {
  const isTaken = await page.tab.locator(".plane").evaluate((plane, content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], "points.csv", { type: "text/csv" }));
    const event = (type: string) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    return ["dragover", "drop"].map((type) => !plane.dispatchEvent(event(type)));
  }, text);
  expect(isTaken).toEqual([true, true]);
}
