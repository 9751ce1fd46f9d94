import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preview } from "vite";
import type { TestProject } from "vitest/node";
import { policyFor } from "./policy.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built site. */
    siteFolder: string;
    /** The address of the site, under a strict content security policy. */
    siteUrl: string;
  }
}

/** Builds the library and the site, and serves it. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "spiralnet-site-"));
  execFileSync("npm", ["run", "build", "--silent"], { stdio: ["ignore", "ignore", "inherit"] });
  execFileSync("npx", ["typedoc", "--out", folder, "--logLevel", "Warn"], { stdio: "inherit" });
  const server = await preview({
    configFile: false,
    logLevel: "warn",
    appType: "mpa",
    build: { outDir: folder },
    preview: { host: "127.0.0.1", headers: { "Content-Security-Policy": policyFor(folder) } },
  });
  provide("siteFolder", folder);
  provide("siteUrl", server.resolvedUrls?.local[0] as string);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
}
