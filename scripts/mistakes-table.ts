// Writes the last section of docs/mistakes.md: what gradientCheck makes of a hundred mistakes and of right layers.
import { readFileSync, writeFileSync } from "node:fs";
import { HEADING, seededSection } from "../test/gradient-check/seeded/table.js";

const PAGE = "docs/mistakes.md";
const [written] = readFileSync(PAGE, "utf8").split(HEADING);
writeFileSync(PAGE, `${written}${seededSection()}`);
