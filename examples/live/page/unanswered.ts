import type { Words } from "../words/en.js";
import type { Session } from "./session.js";

/** Why the model that is shown can't be asked for its numbers, if it is so. */
export function unanswered({ program }: Session, words: Words): string | undefined {
  if (program === "running") return words.programBusy;
  return program === "stopped" ? words.programGone : undefined;
}
