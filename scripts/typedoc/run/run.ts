import { ScriptWorker } from "../../run-code/script-worker.js";
import type { Block } from "../../snippets/find-blocks.js";
import { loadEngine } from "./load-engine.js";
import type { Message } from "./messages.js";
import { words } from "./words/index.js";

/** Milliseconds after which a run is stopped. */
const LIMIT = 60_000;

/** What hears of a run. */
export interface Listener {
  received(message: Message): void;
  /** The run goes on. */
  progress(status: string): void;
  /** The run is over. */
  ended(status: string): void;
}

/** A run of a chain of blocks in a worker. */
export class Run {
  readonly #listener: Listener;
  readonly #began = Date.now();
  readonly #clock: ReturnType<typeof setInterval>;
  readonly #worker: ScriptWorker<Message>;
  #ended = false;

  /** Runs the last block, after those before it. */
  constructor(blocks: readonly Block[], listener: Listener) {
    this.#listener = listener;
    this.#clock = setInterval(() => this.#tick(), 500);
    listener.progress(words.running);
    this.#worker = new ScriptWorker(
      loadEngine().then(({ compile }) => compile(blocks)),
      (message) => this.#receive(message.type === "refused" ? REFUSED : message),
    );
  }

  /** Ends the worker, whatever it does. */
  stop(status: string): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#clock);
    this.#worker.end();
    this.#listener.ended(status);
  }

  #receive(message: Message): void {
    this.#listener.received(message);
    if (message.type === "done") this.stop(words.done);
    if (message.type === "error") this.stop(words.failed);
  }

  #tick(): void {
    const elapsed = Date.now() - this.#began;
    if (elapsed >= LIMIT) this.stop(words.stoppedAfter(LIMIT / 1000));
    else if (elapsed >= 2000) this.#listener.progress(words.runningFor(Math.round(elapsed / 1000)));
  }
}

const REFUSED: Message = { type: "error", text: words.noWorker };
