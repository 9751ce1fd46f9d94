import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { runProgram } from "../package/run-program.js";
import { browsers } from "../support/browsers.js";
import { printed, program, startBlock, startCommand, worker } from "../support/start-page.js";
import type { Platform } from "./platform.js";
import { binary, nodeBinary } from "./runtimes.js";
import { POLICY, STRICT_POLICY, type StartSites } from "./start-sites.js";

/** The programs of docs/start.md, each where the page says that it runs. */
export function startPlatforms(project: string, sites: StartSites): Platform[] {
  return [...runtimes(project), ...inBrowsers(sites)].map(({ name, run }) => ({
    name: `start page: ${name}`,
    run,
    check: (output) => assert.equal(output.trimEnd(), printed),
  }));
}

function runtimes(project: string): Platform[] {
  const files = { "train.mts": program, "train.ts": program, "main.js": startBlock("js main.js") };
  for (const [name, text] of Object.entries({ ...files, "worker.js": worker })) {
    writeFileSync(join(project, name), text);
  }
  const node = [22, 24].map((major) => ({
    name: `Node ${major}, TypeScript`,
    run: () => runProgram(project, nodeBinary(major), ...startCommand("node", "train.mts")),
  }));
  const others = (["deno", "bun"] as const).flatMap((command) => {
    const run = (args: string[]) => () => runProgram(project, binary(command), ...args);
    return [
      { name: command, run: run(startCommand(command, "train.ts")) },
      { name: `${command}, worker`, run: run(startCommand(command, "main.js")) },
    ];
  });
  return [...node, ...others];
}

function inBrowsers(sites: StartSites): Platform[] {
  return browsers.flatMap(({ name, launch }) =>
    [...sites.pages].map(([page, url]) => ({
      name: `${name}, ${page}`,
      async run() {
        const browser = await launch();
        try {
          const tab = await browser.newPage();
          const output = await firstLine(tab, url, page === STRICT_POLICY);
          if (page === POLICY || page === STRICT_POLICY) {
            assert.equal(await compilesWebAssembly(tab), page === POLICY, "whether WebAssembly compiles");
          }
          return output;
        } finally {
          await browser.close();
        }
      },
    })),
  );
}

/** Returns the first line that a page prints. Errors are none of it if the page's policy is violated. */
function firstLine(tab: Page, url: string, violates: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    tab.on("console", (message) => {
      const isError = message.type() === "error";
      if (message.location().url.endsWith("/favicon.ico")) return; // the pages have none
      if (isError && violates && message.text().includes("Content")) return;
      if (isError) reject(new Error(message.text()));
      else resolve(message.text());
    });
    tab.on("pageerror", reject);
    tab.goto(url).catch(reject);
    setTimeout(() => reject(new Error("nothing printed after a minute")), 60_000).unref();
  });
}

/** Whether the page's policy lets WebAssembly through: this is the smallest module. */
function compilesWebAssembly(tab: Page): Promise<boolean> {
  return tab.evaluate(`(() => {
    try {
      new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
      return true;
    } catch {
      return false;
    }
  })()`);
}
