import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Dense, stateOf } from "spiralnet";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** What was done to the disk, in order, and what is to fail. */
const disk = vi.hoisted(() => ({ done: [] as string[], failing: "" }));

// The file system as it is, but with a record of what reaches the disk, and with failures.
vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:fs/promises")>();
  const kindOf = (path: unknown) => (String(path).endsWith(".tmp") ? "new file" : "folder");
  const record = (action: string) => {
    disk.done.push(action);
    if (action === disk.failing) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
  };
  return {
    ...original,
    async open(path: string, ...others: never[]) {
      record(`open ${kindOf(path)}`);
      const file = await original.open(path, ...others);
      for (const method of ["writeFile", "sync", "close"] as const) {
        const real = file[method].bind(file) as (...args: never[]) => Promise<void>;
        Object.assign(file, {
          async [method](...args: never[]) {
            await real(...args);
            record(`${method} ${kindOf(path)}`);
          },
        });
      }
      return file;
    },
    async rename(from: string, to: string) {
      record("rename");
      await original.rename(from, to);
    },
  };
});

const { loadCheckpoint, saveCheckpoint } = await import("spiralnet/node");

const [old, next] = [stateOf(new Dense(1, 1)), stateOf(new Dense(2, 2))];
let folder = "";
const file = () => join(folder, "model.safetensors");
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "spiralnet-node-"));
  disk.failing = "";
  await saveCheckpoint(file(), old);
  disk.done = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the new file is on the disk before it gets its name, and then the name is", async () => {
  await saveCheckpoint(file(), next);
  expect(disk.done).toEqual([
    "open new file",
    "writeFile new file",
    "sync new file",
    "close new file",
    "rename",
    "open folder",
    "sync folder",
    "close folder",
  ]);
});

test.each(["open new file", "writeFile new file", "sync new file", "close new file", "rename"])(
  "if %s fails, the old file is whole and the new one is gone",
  async (action) => {
    disk.failing = action;
    await expect(saveCheckpoint(file(), next)).rejects.toMatchObject({ code: "ENOSPC" });
    disk.failing = "";
    expect(await loadCheckpoint(file())).toEqual(old);
    expect(readdirSync(folder)).toEqual([basename(file())]);
  },
);

test.each(["open folder", "sync folder"])("a file system that fails to %s does no harm", async (action) => {
  disk.failing = action;
  await saveCheckpoint(file(), next);
  expect(await loadCheckpoint(file())).toEqual(next);
});
