import { execFileSync } from "node:child_process";
import { preview } from "vite";
import type { TestProject } from "vitest/node";
import { policyFor } from "./policy.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the built site, with a slash at its end. */
    readonly site: string;
  }
}

/** Builds the site and serves it, under a strict content security policy, while the tests run. SITE=built leaves out the first, for work on the tests. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const { SITE } = process.env;
  if (SITE !== "built") execFileSync("npm", ["run", "docs"], { stdio: "inherit" });
  const server = await preview({
    configFile: false,
    logLevel: "warn",
    appType: "mpa",
    build: { outDir: "site" },
    preview: { host: "127.0.0.1", port: 0, headers: { "Content-Security-Policy": policyFor("site") } },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error("the server has no address");
  project.provide("site", address);
  return () => server.close();
}
