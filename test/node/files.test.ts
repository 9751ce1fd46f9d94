import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Dense, Matrix, restore, stateOf, toSafetensors } from "spiralnet";
import { loadCheckpoint, saveCheckpoint } from "spiralnet/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const checkpoint = stateOf(new Dense(2, 3), { metadata: { x: [-0, Matrix.identity(2)] } });
const other = stateOf(new Dense(20, 30));
const endings = [".safetensors", ".json"];
const untyped = (value: unknown): never => value as never;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spiralnet-node-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each(endings)("a %s file", (ending) => {
  const file = (name = "model") => join(folder, name + ending);

  test("gives back the checkpoint", async () => {
    await saveCheckpoint(file(), checkpoint);
    expect(await loadCheckpoint(file())).toEqual(checkpoint);
    expect(readdirSync(folder)).toEqual([`model${ending}`]);
  });

  test("may be named by a URL", async () => {
    const url = pathToFileURL(file("a model"));
    await saveCheckpoint(url, checkpoint);
    expect(await loadCheckpoint(url)).toEqual(checkpoint);
    expect(readdirSync(folder)).toEqual([`a model${ending}`]);
  });

  test("is replaced, and keeps its mode", async () => {
    await saveCheckpoint(file(), other);
    chmodSync(file(), 0o600);
    await saveCheckpoint(file(), checkpoint);
    expect(await loadCheckpoint(file())).toEqual(checkpoint);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test("is replaced behind a symbolic link", async () => {
    mkdirSync(join(folder, "models"));
    await saveCheckpoint(join(folder, "models", `real${ending}`), other);
    symlinkSync(join(folder, "models", `real${ending}`), file("link"));
    await saveCheckpoint(file("link"), checkpoint);
    expect(lstatSync(file("link")).isSymbolicLink()).toBe(true);
    expect(await loadCheckpoint(join(folder, "models", `real${ending}`))).toEqual(checkpoint);
  });

  test("holds one of two checkpoints that are saved at once", async () => {
    await Promise.all([other, checkpoint].map((each) => saveCheckpoint(file(), each)));
    const saved = await loadCheckpoint(file());
    expect([checkpoint, other]).toContainEqual(saved);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("stays as it is if the checkpoint is wrong", async () => {
    await saveCheckpoint(file(), checkpoint);
    const broken = { ...other, matrices: { weights: 5 } };
    await expect(saveCheckpoint(file(), untyped(broken))).rejects.toThrow(
      "matrices, weights, is 5; expected a Matrix",
    );
    expect(await loadCheckpoint(file())).toEqual(checkpoint);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("leaves nothing behind if it can't be put in place", async () => {
    mkdirSync(file());
    await expect(saveCheckpoint(file(), checkpoint)).rejects.toMatchObject({ syscall: "rename" });
    expect(readdirSync(folder)).toEqual([`model${ending}`]);
  });

  test("that is damaged is refused with its path and the reason", async () => {
    await saveCheckpoint(file(), checkpoint);
    writeFileSync(file(), readFileSync(file()).subarray(0, -1));
    const message = `loadCheckpoint: ${file()} holds no checkpoint: `;
    await expect(loadCheckpoint(file())).rejects.toThrow(TypeError);
    await expect(loadCheckpoint(file())).rejects.toThrow(message);
  });

  test("that is missing is Node's own error", async () => {
    await expect(loadCheckpoint(file())).rejects.toMatchObject({ code: "ENOENT", path: file() });
    await expect(saveCheckpoint(join(folder, "none", `x${ending}`), checkpoint)).rejects.toMatchObject({
      code: "ENOENT",
    });
  });
});

test("a .safetensors file holds the bytes of toSafetensors, a .json file the text of JSON.stringify", async () => {
  await saveCheckpoint(join(folder, "a.safetensors"), checkpoint);
  expect(new Uint8Array(readFileSync(join(folder, "a.safetensors")))).toEqual(toSafetensors(checkpoint));
  await saveCheckpoint(join(folder, "b.safetensors"), checkpoint, { dtype: "float32" });
  const float32 = toSafetensors(checkpoint, { dtype: "float32" });
  expect(new Uint8Array(readFileSync(join(folder, "b.safetensors")))).toEqual(float32);
  await saveCheckpoint(join(folder, "c.json"), checkpoint, { dtype: "float64" });
  expect(readFileSync(join(folder, "c.json"), "utf8")).toBe(JSON.stringify(checkpoint));
});

test("a .json file with a name twice is refused", async () => {
  const path = join(folder, "a.json");
  writeFileSync(path, '{"version":1,"matrices":{},"version":1}');
  await expect(loadCheckpoint(path)).rejects.toThrow('holds no checkpoint: the file has "version" twice');
});

test.each([
  ["model", 'path is "model"; expected an ending of .safetensors or .json'],
  ["model.pt", 'path is "model.pt"; expected an ending'],
  [".json", 'path is ".json"; expected an ending'],
  ["a\0.json", 'path is "a\\u0000.json"; expected a path without a zero character'],
  [new URL("https://localhost/model.json"), 'path is "https://localhost/model.json"; expected a file URL'],
  [5, "path is 5; expected a string or a file URL"],
  [undefined, "path is undefined"],
])("the path %s is refused", async (path, message) => {
  await expect(loadCheckpoint(untyped(path))).rejects.toThrow(`loadCheckpoint: ${message}`);
  await expect(saveCheckpoint(untyped(path), checkpoint)).rejects.toThrow(TypeError);
  await expect(saveCheckpoint(untyped(path), checkpoint)).rejects.toThrow(message);
});

test.each([
  ["a.safetensors", undefined, undefined, "toSafetensors: the checkpoint is undefined"],
  ["a.json", undefined, undefined, "the checkpoint is undefined"],
  [
    "a.json",
    checkpoint,
    { dtype: "float32" },
    'dtype is "float32"; expected a path that ends in .safetensors',
  ],
  ["a.json", checkpoint, { dtype: "float16" }, 'dtype is "float16"'],
  ["a.safetensors", checkpoint, { type: "float32" }, 'unknown option "type"'],
  ["a.safetensors", checkpoint, null, "options is null"],
])("%s with a wrong argument is refused, and no file is made", async (name, value, options, message) => {
  await expect(saveCheckpoint(join(folder, name), untyped(value), untyped(options))).rejects.toThrow(message);
  expect(readdirSync(folder)).toEqual([]);
});

test("a model comes back from a file", async () => {
  const [model, second] = [new Dense(2, 3), new Dense(2, 3)];
  const path = join(folder, "model.safetensors");
  await saveCheckpoint(path, stateOf(model));
  restore(second, await loadCheckpoint(path));
  expect(second.weights.value).toEqual(model.weights.value);
});
