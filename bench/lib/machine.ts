import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem, type } from "node:os";
import { join } from "node:path";
import { CONTENDERS, isPython } from "./contenders.js";
import { ROOT } from "./paths.js";
import { pythonWith } from "./python.js";

/** Where and with what it was measured. */
export interface Machine {
  readonly date: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  /** How many processes wanted to run when it began: above about 0.5 the others were not idle. */
  readonly load: number;
  readonly versions: Readonly<Record<string, string>>;
}

export function machine(): Machine {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    system: `${type()} ${process.arch}`,
    processor: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memory: totalmem(),
    load: loadavg()[0],
    versions: versions(),
  };
}

function versions(): Record<string, string> {
  const all: Record<string, string> = { Node: process.versions.node };
  for (const entry of CONTENDERS) {
    const [name] = entry.packages;
    if (!name || name in all) continue;
    const python = isPython(entry) ? pythonWith(name) : undefined;
    if (python) {
      all[name] = python.version;
    } else if (!isPython(entry)) {
      all[name] = installed(name);
    }
  }
  return all;
}

function installed(name: string): string {
  try {
    const manifest = readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8");
    return (JSON.parse(manifest) as { version: string }).version;
  } catch {
    return "(missing)";
  }
}
