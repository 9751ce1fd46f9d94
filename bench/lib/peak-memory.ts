import { readFileSync } from "node:fs";

/**
 * The most memory that this process had, in bytes. Linux counts what the parent had before it became this process into `maxRSS`, but not
 * into VmHWM.
 */
export function peakMemory(): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    if (kilobytes) return Number(kilobytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024;
}
