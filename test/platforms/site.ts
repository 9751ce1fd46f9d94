import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type PreviewServer, preview } from "vite";
import { writeModule } from "../package/variants.js";

/** Tells an unbundled page where the package is. */
const importMap = {
  imports: {
    spiralnet: "/node_modules/spiralnet/dist/index.js",
    "spiralnet/plot": "/node_modules/spiralnet/dist/plot.js",
  },
};

/** Serves two pages that run the classifier: one bundled by vite, one with an import map. */
export async function serveSite(project: string): Promise<PreviewServer> {
  const site = join(project, "site");
  const program = writeModule(project);
  const script = `<script type="module" src="./${program}"></script>`;
  const config = { root: project, configFile: false, logLevel: "warn", appType: "mpa", base: "./" } as const;

  const bundled = join(project, "bundled.html");
  writeFileSync(bundled, page(script));
  await build({ ...config, build: { outDir: site, rolldownOptions: { input: bundled } } });

  const map = `<script type="importmap">${JSON.stringify(importMap)}</script>`;
  writeFileSync(join(site, "unbundled.html"), page(map + script));
  for (const used of [program, "node_modules"]) {
    cpSync(join(project, used), join(site, used), { recursive: true });
  }
  return preview({ ...config, build: { outDir: site }, preview: { host: "127.0.0.1" } });
}

function page(head: string): string {
  return `<!doctype html><html lang="en"><head><title>spiralnet</title><link rel="icon" href="data:,">${head}</head></html>`;
}
