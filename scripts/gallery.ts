// Runs the programs of examples/gallery, and writes docs/gallery.md and its pictures.
import { writeFileSync } from "node:fs";
import { NAMES, page } from "./gallery/page.js";
import { type Program, runProgram } from "./gallery/program.js";

const programs: Program[] = [];
for (const name of NAMES) {
  const program = await runProgram(name);
  writeFileSync(`docs/gallery/${name}.svg`, program.svg);
  console.log(`${name}: ${program.printed}`);
  programs.push(program);
}
writeFileSync("docs/gallery.md", page(programs));
