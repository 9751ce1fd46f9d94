import { mkdirSync, writeFileSync } from "node:fs";

const OUTPUT = new URL("../output/", import.meta.url);

/** Writes a picture and returns the name of its file. */
export function draw(name: string, svg: string): string {
  const file = `${name}.svg`;
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(new URL(file, OUTPUT), svg);
  return file;
}
