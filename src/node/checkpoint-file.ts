import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { show, wrongType } from "../errors/wrong.js";

/** Where a file is: a path or a URL. */
export type FilePath = string | FileURL;

/** A URL of any runtime. */
export interface FileURL {
  /** Its text, which begins with `file:`. */
  readonly href: string;
}

/** A file with a checkpoint. */
export interface CheckpointFile {
  readonly path: string;
  readonly kind: ".safetensors" | ".json";
}

/** Which file a path means, and how a checkpoint is written there. */
export function checkpointFile(operation: string, path: FilePath): CheckpointFile {
  const place = `${operation}: path`;
  const text = typeof path === "string" ? path : pathOf(place, path);
  if (text.includes("\0")) wrongType(place, text, "a path without a zero character");
  const kind = extname(text);
  if (kind === ".safetensors" || kind === ".json") return { path: text, kind };
  throw new TypeError(`${place} is ${show(text)}; expected an ending of .safetensors or .json`);
}

function pathOf(place: string, url: FileURL): string {
  const { href } = Object(url) as Partial<FileURL>;
  if (typeof href !== "string") wrongType(place, url, "a string or a file URL");
  try {
    return fileURLToPath(href);
  } catch {
    wrongType(place, href, "a file URL");
  }
}
