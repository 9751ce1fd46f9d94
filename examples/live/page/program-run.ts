import { type Heard, ScriptWorker } from "../../../scripts/run-code/script-worker.js";
import type { ProgramReply } from "../run-program/messages.js";
import type { Session } from "./session.js";

/** How a run of a program ends. */
export type Ending = "done" | "failed" | "stopped";

/** What hears of a program's run. */
export interface Listener {
  printed(text: string): void;
  /** The program printed more than is shown. */
  printedMore(): void;
  /** An error ended the program, in the line if it is known. */
  failed(text: string, line: number | undefined): void;
  /** The page's policy, or the browser, allows no worker. */
  refused(): void;
  ended(how: Ending): void;
}

/** A program that runs in a worker of its own, while the page shows what it trains. */
export class ProgramRun {
  readonly #listener: Listener;
  readonly #worker: ScriptWorker<ProgramReply>;
  readonly #guest: ReturnType<Session["host"]>;
  #isOver = false;

  /** Compiles and starts a program. What compiles it is loaded when it is first needed. */
  constructor(session: Session, code: string, listener: Listener) {
    this.#listener = listener;
    const script = import("../run-program/compile.js").then(({ scriptOf }) => scriptOf(code));
    this.#worker = new ScriptWorker(script, (message) => this.#receive(message));
    this.#guest = session.host({
      ask: (request) => this.#worker.post(request),
      end: () => {
        this.#end("stopped");
        this.#worker.end();
      },
    });
  }

  /** Ends the program, whatever it does. */
  stop(): void {
    this.#worker.end();
    this.#guest.ended("stopped");
    this.#end("stopped");
  }

  #receive(message: Heard<ProgramReply>): void {
    if ("kind" in message) {
      this.#guest.receive(message);
    } else if (message.type === "printed") {
      this.#listener.printed(message.text);
    } else if (message.type === "more") {
      this.#listener.printedMore();
    } else {
      if (message.type === "error") this.#listener.failed(message.text, message.line);
      if (message.type === "refused") this.#listener.refused();
      this.#guest.ended("ended");
      this.#end(message.type === "done" ? "done" : "failed");
    }
  }

  #end(how: Ending): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#listener.ended(how);
  }
}
