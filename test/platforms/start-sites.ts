import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type PreviewServer, preview } from "vite";
import { program, replaced, startBlock, worker } from "../support/start-page.js";

/** The pages of docs/start.md, served. */
export interface StartSites {
  /** The address of each page, by what it shows. */
  readonly pages: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const ALLOWED = " 'wasm-unsafe-eval'";

/** Makes the pages of docs/start.md in a project, those for Vite built as it says, and serves them. */
export async function serveStart(project: string): Promise<StartSites> {
  const unbundled = writeUnbundled(project);
  const bundled = write(project, "start-vite", {
    "index.html": startBlock("html vite"),
    "train.js": program,
  });
  const bundledWorker = write(project, "start-vite-worker", {
    "index.html": withMain(startBlock("html vite")),
    "main.js": startBlock("js main.js"),
    "worker.js": worker,
  });
  for (const root of [bundled, bundledWorker]) await build({ root, configFile: false, logLevel: "warn" });

  const servers = [await serve(unbundled, "."), await serve(bundled), await serve(bundledWorker)] as const;
  const [plain, vite, viteWorker] = servers.map((server) => server.resolvedUrls?.local[0] as string) as [
    string,
    string,
    string,
  ];
  const pages = new Map([
    ["import map", plain],
    [POLICY, `${plain}policy.html`],
    [STRICT_POLICY, `${plain}strict.html`],
    ["worker without a bundler", `${plain}worker.html`],
    ["Vite", vite],
    ["worker with Vite", viteWorker],
  ]);
  return {
    pages,
    async close() {
      for (const server of servers) await server.close();
    },
  };
}

/** The page whose policy allows WebAssembly. */
export const POLICY = "policy with WebAssembly";
/** The page whose policy does not. */
export const STRICT_POLICY = "policy without WebAssembly";

function writeUnbundled(project: string): string {
  const page = startBlock("html index.html");
  const policy = replaced(page, '<script type="importmap">', startBlock("html policy").trimEnd());
  const address = '"./node_modules/spiralnet/dist/index.js"';
  const root = write(project, "start-unbundled", {
    "index.html": page,
    "policy.html": policy,
    "strict.html": replaced(policy, ALLOWED, ""),
    "worker.html": withMain(page),
    "train.js": program,
    "main.js": startBlock("js main.js"),
    "worker.js": replaced(worker, '"spiralnet"', address),
  });
  cpSync(join(project, "node_modules"), join(root, "node_modules"), { recursive: true });
  return root;
}

function withMain(page: string): string {
  return replaced(page, "./train.js", "./main.js");
}

function write(project: string, folder: string, files: Record<string, string>): string {
  const root = join(project, folder);
  mkdirSync(root);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

function serve(root: string, outDir = "dist"): Promise<PreviewServer> {
  const config = { root, configFile: false, logLevel: "error", appType: "mpa" } as const;
  return preview({ ...config, build: { outDir }, preview: { host: "127.0.0.1" } });
}
