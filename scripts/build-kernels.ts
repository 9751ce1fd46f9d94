/** Compiles the AssemblyScript kernels into src/kernels/wasm/binary.ts. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const SOURCE = "src/kernels/wasm/assembly/index.ts";
const root = fileURLToPath(new URL("..", import.meta.url));
let binary = new Uint8Array();

const { error, stderr } = await asc.main(
  [
    SOURCE,
    "--outFile",
    "kernels.wasm",
    "-O3",
    "--noAssert",
    "--runtime",
    "stub",
    "--enable",
    "simd",
    // 48 MiB, of which an operating system hands out only what is touched; from 64 MiB on, V8 would collect garbage before it makes it.
    // It never grows: that would detach every view of it.
    "--initialMemory",
    "768",
    "--maximumMemory",
    "768",
  ],
  {
    readFile: (name, base) => {
      try {
        return readFileSync(`${base}/${name}`, "utf8");
      } catch {
        return null;
      }
    },
    writeFile: (_name, contents) => {
      binary = contents as Uint8Array<ArrayBuffer>;
    },
    listFiles: () => [],
  },
);
if (error) throw new Error(`${SOURCE} does not compile:\n${stderr}`, { cause: error });

// Two letters for each byte, one for each of its hexadecimal digits: base64 is shorter until it is compressed, when it hides what repeats.
// They are letters that programs have many of, which takes a tenth off what compressed digits would take.
const LETTERS = ",ot]}er=ls)[ain(";
const letters = Buffer.from(binary)
  .toString("hex")
  .replace(/./g, (digit) => LETTERS[Number.parseInt(digit, 16)] as string);
writeFileSync(
  `${root}/src/kernels/wasm/binary.ts`,
  `/** Compiled from assembly/ by scripts/build-kernels.ts: a letter for each hexadecimal digit, by its place among \`LETTERS\`. */
export const BINARY: string =
  "${letters}";
export const LETTERS: string = "${LETTERS}";
`,
);
console.log(`kernels: ${binary.length} bytes`);
