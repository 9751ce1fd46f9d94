import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem, type } from "node:os";
import { join } from "node:path";
import { figure } from "./format.js";
import { ROOT } from "./paths.js";
import { pythonWith } from "./python.js";

/**
 * A paragraph on where and with what something is measured. Above a load of about 0.5 the machine is not
 * idle.
 */
export function machine(): string {
  // Dependencies are pinned; spiralnet is the folder above.
  const { mnist, spiralnet, ...peers } = manifest(".").dependencies;
  const versions: Record<string, string> = {
    Node: process.versions.node,
    spiralnet: manifest("..").version,
    ...peers,
    numpy: pythonWith("numpy")?.version ?? "missing",
    torch: pythonWith("torch")?.version ?? "missing",
  };
  const date = new Date().toISOString().slice(0, 10);
  const memory = figure(totalmem() / 2 ** 30, " GiB");
  const processor = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${memory}, ${type()} ${process.arch}`;
  const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Measured on ${date} on ${processor}; load ${loadavg()[0].toFixed(1)} at the start.`,
    `One thread each. Versions: ${list.join(", ")}.`,
  ].join("\n");
}

function manifest(directory: string): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(ROOT, directory, "package.json"), "utf8"));
}
