/** Compiles the AssemblyScript kernels into src/kernels/wasm/binary.ts. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const SOURCE = "src/kernels/wasm/assembly.ts";
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

// In hexadecimal digits, two for each byte: base64 is shorter until it is compressed, when it hides what repeats.
writeFileSync(
  `${root}/src/kernels/wasm/binary.ts`,
  `/** Compiled from assembly.ts by scripts/build-kernels.ts. */\nexport const BINARY: string =\n  "${Buffer.from(binary).toString("hex")}";\n`,
);
console.log(`kernels: ${binary.length} bytes`);
