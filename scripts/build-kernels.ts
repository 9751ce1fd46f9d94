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
    // 31 MiB, of which an operating system hands out only what is touched; from 32 MiB on, the next array makes V8 collect garbage,
    // which takes half as long as all the rest of a first product.
    // It never grows: that would detach every view of it.
    "--initialMemory",
    "496",
    "--maximumMemory",
    "496",
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
  "p98          :PAnt(esd}lh2o.&-*i]1cUxb7>3/FVqk5?,ra;yIum+G'z    [           YJ C0=HM@XRw^OQZW j        L        g| #NS4 %K){`<B6vET!f$D    _";

/** The letters of a byte: see decode.ts. */
function lettersOf(byte: number): string {
  for (let more = 0; more < 8; more++) {
    const letter = LETTERS[(byte + 16 + more * (256 - 96)) % 256];
    if (letter !== undefined && letter !== " ") return "~".repeat(more) + letter;
  }
  throw new Error(`no letter stands for ${byte}, nor for what is less by a multiple of 96`);
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
