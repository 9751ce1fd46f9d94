import { readFileSync } from "node:fs";

/** The cases that test/golden/NAME.py wrote. */
export function golden<Case>(name: string): Case[] {
  return JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), "utf8"));
}
