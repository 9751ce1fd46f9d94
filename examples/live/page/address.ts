import { divideHash, withProgram } from "../program-in-link.js";
import { hashOf, setupFrom } from "../url.js";
import type { Words } from "../words/en.js";
import { isSpoken } from "./language.js";
import type { Session } from "./session.js";

/** How many milliseconds pass between two changes of the address, of which browsers allow only so many. */
const PAUSE = 300;

/** The language that the address asks for, if it does. */
export function askedLanguage(): string | null {
  return new URLSearchParams(location.search).get("lang");
}

/** Shows what the address asks for, and says what of it could not be used. */
export function startFromAddress(session: Session, playing: boolean): void {
  const { setup: hash, program, isDamaged } = divideHash(location.hash);
  const { setup, notes } = setupFrom(hash);
  session.start(setup, playing);
  session.ownProgram = program; // runs only if the reader wants it
  const asked = askedLanguage();
  const language = asked === null || isSpoken(asked) ? [] : [({ link }: Words) => link.language(asked)];
  const problems = [
    ...notes.map(
      ({ message }) =>
        ({ link }: Words) =>
          message(link),
    ),
    ...language,
    ...(isDamaged ? [({ link }: Words) => link.program] : []),
  ];
  if (problems.length > 0) session.warn((words) => problems.map((problem) => problem(words)).join(" "));
}

/** The address of a setup, and of a program that is not the setup's. */
export function addressOf({ setup, ownProgram }: Session): string {
  const address = new URL(location.href);
  address.hash = withProgram(hashOf(setup), ownProgram);
  return address.href;
}

/** Keeps the address a link to what the page shows, and shows what another address asks for. */
export function keepAddress(session: Session): void {
  let isWaiting = false;
  const renew = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      history.replaceState(null, "", addressOf(session));
    }, PAUSE);
  };
  session.on("setup", renew);
  session.on("ownProgram", renew);
  addEventListener("hashchange", () => startFromAddress(session, session.playing));
}
