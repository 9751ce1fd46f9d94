import type { Setup } from "../setup.js";
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
  const { setup, notes } = setupFrom(location.hash);
  session.start(setup, playing);
  const asked = askedLanguage();
  const language = asked === null || isSpoken(asked) ? [] : [({ link }: Words) => link.language(asked)];
  const problems = [
    ...notes.map(
      ({ message }) =>
        ({ link }: Words) =>
          message(link),
    ),
    ...language,
  ];
  if (problems.length > 0) session.warn((words) => problems.map((problem) => problem(words)).join(" "));
}

/** The address of a setup. */
export function addressOf(setup: Setup): string {
  const address = new URL(location.href);
  address.hash = hashOf(setup);
  return address.href;
}

/** Keeps the address a link to what the page shows, and shows what another address asks for. */
export function keepAddress(session: Session): void {
  let isWaiting = false;
  session.on("setup", () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      history.replaceState(null, "", addressOf(session.setup));
    }, PAUSE);
  });
  addEventListener("hashchange", () => startFromAddress(session, session.playing));
}
