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

// A letter for each byte; base64 is shorter until it is compressed, when it hides what repeats. The more frequent a byte, the more of its
// letter programs have, which takes a tenth off what compressed digits would take. The others stand for no byte by themselves.
const LETTERS =
  "g%P          ?HRnt}r(h]li[fec>:.sx1_k`dm{7!8WVG*,a)uy2b+IN M    S        w  TY j0=^6XBq<53Ev9 D        J        Q/ FUp    o;&z4|OCZ$-L#    A";

/** The letters of a byte: see decode.ts. */
function lettersOf(byte: number): string {
  for (let rest = byte, prefix = ""; ; rest -= 96, prefix += "~") {
    const letter = LETTERS[(rest + 2 ** 16 - 240) % 256];
    if (letter !== undefined && letter !== " ") return prefix + letter;
  }
}

const text = Array.from(binary, lettersOf).join("");
writeFileSync(
  `${root}/src/kernels/wasm/binary.ts`,
  `/** Compiled from assembly/ by scripts/build-kernels.ts: see decode.ts. */
export const BINARY: string =
  ${JSON.stringify(text)};
export const LETTERS: string =
  ${JSON.stringify(LETTERS)};
`,
);
console.log(`kernels: ${binary.length} bytes`);
