import { mkdirSync, writeFileSync } from "node:fs";

const OUTPUT = new URL("../output/", import.meta.url);

/** The place of a file that an example writes. */
export function outputFile(name: string): URL {
  mkdirSync(OUTPUT, { recursive: true });
  return new URL(name, OUTPUT);
}

/** Writes a picture and returns the name of its file. */
export function draw(name: string, svg: string): string {
  const file = `${name}.svg`;
  writeFileSync(outputFile(file), svg);
  return file;
}
