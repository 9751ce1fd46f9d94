import { randomBytes } from "node:crypto";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file so that it holds either what it held before or all that is given, whenever the program or the
 * machine stops: a new file in the same folder is written, brought to the disk and then renamed. If that
 * fails, the new file is removed.
 */
export async function replaceFile(path: string, contents: string | Uint8Array): Promise<void> {
  // What a symbolic link points to, so that the link stays one.
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (old) => old.mode,
    () => undefined,
  );
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  const file = await open(temporary, "wx", mode);
  try {
    try {
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Brings the new name of a file to the disk. Windows can't open a folder, and some file systems not sync it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
