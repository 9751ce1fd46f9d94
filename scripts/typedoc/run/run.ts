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
  #worker: Worker | undefined;
  #ended = false;

  /** Runs the last block, after those before it. */
  constructor(blocks: readonly Block[], listener: Listener) {
    this.#listener = listener;
    this.#clock = setInterval(() => this.#tick(), 500);
    listener.progress(words.running);
    this.#start(blocks).catch((error) => this.#receive(messageOf(error)));
  }

  /** Ends the worker, whatever it does. */
  stop(status: string): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#clock);
    this.#worker?.terminate();
    this.#listener.ended(status);
  }

  async #start(blocks: readonly Block[]): Promise<void> {
    const { compile } = await loadEngine();
    if (this.#ended) return;
    const { script, start } = compile(blocks);
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    this.#worker = new Worker(url);
    this.#worker.onmessage = ({ data }: MessageEvent<Message>) => this.#receive(data);
    // What the worker catches comes as a message. This is an error of syntax that only it can notice.
    this.#worker.onerror = ({ message, lineno }) => {
      const text = message?.replace(/^Uncaught /, "") ?? words.noWorker;
      this.#receive({ type: "error", text, line: lineno ? lineno - start + 1 : undefined });
    };
  }

  #receive(message: Message): void {
    if (this.#ended) return;
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

/** An error from before the worker: wrong syntax, with its line, or an engine that does not load. */
function messageOf(error: Partial<{ reason: string; line: number }> & Error): Message {
  const { reason, line, message } = error;
  return { type: "error", text: reason === undefined ? message : `SyntaxError: ${reason}`, line };
}
