import { textFromLink, textToLink } from "../../scripts/run-code/text-in-link.js";

const KEY = "program=";

/** A link's hash, divided into what gives the setup and the text of a program. */
export interface DividedHash {
  readonly setup: string;
  /** Undefined if the link holds none, or if it is damaged. */
  readonly program: string | undefined;
  readonly isDamaged: boolean;
}

/** Adds the text of a program to a hash. */
export function withProgram(hash: string, program: string | undefined): string {
  if (program === undefined) return hash;
  return `${hash === "" ? "#" : `${hash}&`}${KEY}${textToLink(program)}`;
}

/** Takes the text of a program out of a hash. */
export function divideHash(hash: string): DividedHash {
  const parts = hash.replace(/^#/, "").split("&");
  const setup = parts.filter((part) => !part.startsWith(KEY)).join("&");
  const letters = parts.find((part) => part.startsWith(KEY))?.slice(KEY.length);
  if (letters === undefined) return { setup, program: undefined, isDamaged: false };
  try {
    return { setup, program: textFromLink(letters), isDamaged: false };
  } catch {
    return { setup, program: undefined, isDamaged: true };
  }
}
