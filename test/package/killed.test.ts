import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { loadBuilds } from "./builds.js";

const [{ library, node }] = await loadBuilds();
const project = inject("project");
const folder = mkdtempSync(join(project, "killed-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Saves a model, and is killed when half of the file is written. */
const program = `
  import { open } from "node:fs/promises";
  import { Dense, stateOf } from "spiralnet";
  import { saveCheckpoint } from "spiralnet/node";
  const file = await open(process.execPath);
  Object.getPrototypeOf(file).writeFile = async function (contents) {
    const bytes = Buffer.from(contents);
    await this.write(bytes, 0, bytes.length >> 1);
    await this.sync();
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => setInterval(() => undefined, 1000));
  };
  await saveCheckpoint(process.argv[1], stateOf(new Dense(20, 20)));`;

test.each([".safetensors", ".json"])(
  "a %s file is whole though the program that replaces it is killed in the middle",
  async (ending) => {
    const path = join(folder, `model${ending}`);
    const old = library.stateOf(new library.Dense(2, 3));
    await node.saveCheckpoint(path, old);
    const args = ["--input-type=module", "--eval", program, path];
    const { signal, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(signal).toBe("SIGKILL");
    expect(await node.loadCheckpoint(path)).toEqual(old);
  },
);
