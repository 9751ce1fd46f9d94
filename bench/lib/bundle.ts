import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type Entry, isPython } from "./contenders.js";
import { ROOT } from "./paths.js";
import type { Bundle } from "./results.js";

/** What a library adds to a page; undefined for what is no library, runs in no page or can't be bundled. */
export async function bundle(entry: Entry): Promise<Bundle | undefined> {
  if (entry.packages.length === 0 || isPython(entry)) return undefined;
  try {
    return await bundled(entry);
  } catch {
    return undefined;
  }
}

async function bundled(entry: Entry): Promise<Bundle> {
  // Exported as a whole: nothing of it may be left out.
  const lines = entry.packages.map((name) => `export * from "${name}";`);
  const whole = await minified({ contents: lines.join("\n"), resolveDir: ROOT });
  const file = join(ROOT, "contenders", `${entry.file}.ts`);
  const used = await minified({ contents: `export * from ${JSON.stringify(file)};`, resolveDir: ROOT });
  return {
    minified: whole.length,
    gzip: gzipSync(whole, { level: 9 }).length,
    used: gzipSync(used, { level: 9 }).length,
    beside: besides(entry),
  };
}

async function minified(stdin: { contents: string; resolveDir: string }): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    // A page that needs one of them brings its own.
    external: [...builtinModules],
    logLevel: "silent",
  });
  return (outputFiles as { contents: Uint8Array }[])[0].contents;
}

/** The WebAssembly file that TensorFlow.js loads where there is SIMD but there are no threads. */
function besides({ packages }: Entry): number {
  const directories = packages.map((name) => join(ROOT, "node_modules", name, "dist"));
  const files = directories.flatMap((directory) =>
    names(directory)
      .filter((name) => name.endsWith("-simd.wasm"))
      .map((name) => join(directory, name)),
  );
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

function names(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
