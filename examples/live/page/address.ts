import type { Setup } from "../setup.js";
import { hashOf, setupFrom } from "../url.js";
import type { Session } from "./session.js";

/** How many milliseconds pass between two changes of the address, of which browsers allow only so many. */
const PAUSE = 300;

/** The setup that the address asks for, and what is wrong with the address, if anything. */
export function readAddress(): { setup: Setup; problem: string | undefined } {
  const { setup, notes } = setupFrom(location.hash);
  const messages = notes.map(({ message }) => message);
  return { setup, problem: messages.length > 0 ? messages.join(" ") : undefined };
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
  addEventListener("hashchange", () => {
    const { setup, problem } = readAddress();
    session.start(setup, session.playing);
    if (problem !== undefined) session.fail(problem);
  });
}
