/**
 * Trains the case study's softmax classifier with the packed package on every supported platform, and
 * compares its output with the published log; and runs the programs of docs/start.md where it says. The first run downloads the other Nodes, Deno and Bun; Chromium
 * and Firefox must be installed. A missing platform counts as failed.
 */
import { rmSync } from "node:fs";
import { checkOutput } from "../package/check-output.js";
import { packedProject } from "../package/packed-project.js";
import { browserPlatforms } from "./browsers.js";
import { nodePlatforms } from "./node.js";
import { otherPlatforms } from "./other-runtimes.js";
import type { Platform } from "./platform.js";
import { installRuntimes } from "./runtimes.js";
import { serveSite } from "./site.js";
import { startPlatforms } from "./start.js";
import { serveStart } from "./start-sites.js";

const project = packedProject();
installRuntimes();
const site = await serveSite(project);
const start = await serveStart(project);
const platforms: Platform[] = [
  ...nodePlatforms(project),
  ...otherPlatforms(project),
  ...browserPlatforms(site),
  ...startPlatforms(project, start),
];

const failures = new Map<Platform, string>();
for (const platform of platforms) {
  try {
    const output = await platform.run();
    if (platform.check) platform.check(output);
    else checkOutput(output);
  } catch (error) {
    failures.set(platform, error instanceof Error ? error.message : String(error));
    console.error(`${platform.name}: ${failures.get(platform)}\n`);
  }
}
await site.close();
await start.close();
rmSync(project, { recursive: true });

const width = Math.max(...platforms.map(({ name }) => name.length));
for (const platform of platforms) {
  const outcome = failures.has(platform) ? "failed" : "passed";
  console.log(`${platform.name.padEnd(width)}  ${outcome}`);
}
console.log(`${platforms.length - failures.size} passed, ${failures.size} failed`);
process.exitCode = failures.size === 0 ? 0 : 1;
