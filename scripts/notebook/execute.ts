import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPython } from "../../test/support/python.js";
import { type Notebook, readNotebook } from "./notebook.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SCRIPT = fileURLToPath(new URL("./execute.py", import.meta.url));

/**
 * Executes a notebook of `examples/` with the built package, on the Jupyter kernel of this Deno. It runs in a copy and
 * with an empty cache, so that nothing of an earlier run counts. Throws if a cell fails.
 */
export function executeNotebook(name: string, deno: string): Notebook {
  if (!existsSync(join(ROOT, "dist/index.js"))) throw new Error("dist is missing: run npm run build");
  const python = findPython("nbclient");
  if (python === undefined) {
    throw new Error(
      "no python3 can import nbclient, which runs notebooks: install Debian's python3-nbclient",
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "spiralnet-notebook-"));
  try {
    const notebook = join(folder, "examples", name);
    cpSync(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
    cpSync(join(ROOT, "examples", name), notebook);
    cpSync(join(ROOT, "examples/deno.json"), join(folder, "examples/deno.json"));

    const jupyter = join(folder, "jupyter");
    writeKernel(jupyter, deno);
    const places = { JUPYTER_PATH: jupyter, JUPYTER_DATA_DIR: jupyter, DENO_DIR: join(folder, "deno") };
    const { status, stderr } = spawnSync(python, [SCRIPT, notebook], {
      env: { ...process.env, ...places, NO_COLOR: "1" },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${name} does not run:\n${stderr}`);
    return readNotebook(notebook);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Does what `deno jupyter --install` does in the user's home. */
function writeKernel(jupyter: string, deno: string): void {
  const folder = join(jupyter, "kernels/deno");
  const argv = [deno, "jupyter", "--kernel", "--conn", "{connection_file}"];
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "kernel.json"),
    JSON.stringify({ argv, display_name: "Deno", language: "typescript" }),
  );
}
