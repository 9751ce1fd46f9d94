import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the live page. */
    address: string;
  }
}

/** Builds the live page as the site has it, and serves it. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const configFile = fileURLToPath(new URL("../../examples/live/vite.config.ts", import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), "spiralnet-live-"));
  await build({ configFile, logLevel: "warn", build: { outDir } });
  const server = await preview({ configFile, build: { outDir }, preview: { host: "127.0.0.1", port: 0 } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error("The preview has no address");
  project.provide("address", address);
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
}
