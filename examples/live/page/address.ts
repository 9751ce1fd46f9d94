import { divideHash, withProgram } from "../program-in-link.js";
import type { Setup } from "../setup.js";
import { hashOf, setupFrom } from "../url.js";
import { words } from "./language.js";
import type { Session } from "./session.js";

/** How many milliseconds pass between two changes of the address, of which browsers allow only so many. */
const PAUSE = 300;

/** The setup that the address asks for, and what is wrong with the address, if anything. */
export function readAddress(): { setup: Setup; problem: string | undefined } {
  const { setup, notes } = setupFrom(divideHash(location.hash).setup);
  const messages = notes.map(({ message }) => message);
  return { setup, problem: messages.length > 0 ? messages.join(" ") : undefined };
}

/** Shows the program that the address holds. It runs only if the reader wants it. */
export function readProgram(session: Session): void {
  const { program, isDamaged } = divideHash(location.hash);
  session.ownProgram = program;
  if (isDamaged) session.fail(words().programDamaged);
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
  addEventListener("hashchange", () => {
    const { setup, problem } = readAddress();
    session.start(setup, session.playing);
    readProgram(session);
    if (problem !== undefined) session.fail(problem);
  });
}
