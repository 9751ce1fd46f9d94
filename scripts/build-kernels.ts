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
    // 31 MiB in pages of 64 KiB; the operating system hands out only what is touched. From 32 MiB on, the
    // next array makes V8 collect garbage, which takes half as long as the rest of a first product. The
    // memory never grows: that would detach every view of it.
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

writeFileSync(
  `${root}/src/kernels/wasm/binary.ts`,
  `/** The WebAssembly kernels in hexadecimal digits, compiled from assembly/ by scripts/build-kernels.ts. */
export const BINARY: string =
  "${Buffer.from(binary).toString("hex")}";
`,
);
console.log(`kernels: ${binary.length} bytes`);
