import { textFromLink, textToLink } from "../../run-code/text-in-link.js";

const PREFIX = "#run=";

/** Edited blocks by their place on the page. */
export interface Shared {
  readonly code: Readonly<Record<number, string>>;
  /** The block that was shared. */
  readonly target: number;
}

/** The end of an address that opens a page with these blocks. */
export function hashOf(shared: Shared): string {
  return PREFIX + textToLink(JSON.stringify(shared));
}

/** The blocks in the hash of an address; undefined if it has none. Throws if they are damaged. */
export function readHash(hash: string): Shared | undefined {
  if (!hash.startsWith(PREFIX)) return undefined;
  const shared: unknown = JSON.parse(textFromLink(hash.slice(PREFIX.length)));
  if (!isShared(shared)) throw new TypeError("the link holds no code");
  return shared;
}

function isShared(value: unknown): value is Shared {
  const { code, target } = (value ?? {}) as Partial<Shared>;
  const texts = typeof code === "object" && code !== null ? Object.values(code) : [undefined];
  return typeof target === "number" && texts.every((text) => typeof text === "string");
}
