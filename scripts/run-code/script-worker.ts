import type { Failed } from "./messages.js";

/** A script for a worker. */
export interface Script {
  readonly script: string;
  /** The line of the script that is the first one of the reader's code. */
  readonly start: number;
  readonly type?: WorkerType;
}

/** That the page's policy, or the browser, allows no worker. */
interface Refused {
  readonly type: "refused";
}

/** What a page hears of a script: its messages, or why there are no more. */
export type Heard<Message> = Message | Failed | Refused;

/** A script in a worker of its own, which can be ended whatever it does. */
export class ScriptWorker<Message> {
  readonly #received: (message: Heard<Message>) => void;
  readonly #worker: Promise<Worker | undefined>;
  #ended = false;

  /** Starts a script as soon as it is there. A promise that is rejected counts as an error of the script. */
  constructor(script: Promise<Script>, received: (message: Heard<Message>) => void) {
    this.#received = received;
    this.#worker = script.then(
      (made) => this.#start(made),
      (error) => this.#receive(failureBefore(error)),
    );
  }

  /** Sends a message to the script. */
  async post(message: unknown): Promise<void> {
    (await this.#worker)?.postMessage(message);
  }

  /** Ends the script. Nothing is heard of it any more. */
  async end(): Promise<void> {
    this.#ended = true;
    (await this.#worker)?.terminate();
  }

  #start({ script, start, type = "classic" }: Script): Worker | undefined {
    if (this.#ended) return undefined;
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    try {
      const worker = new Worker(url, { type });
      worker.onmessage = ({ data }: MessageEvent<Message>) => this.#receive(data);
      // What the worker catches comes as a message. This is an error of syntax that only it can notice.
      worker.onerror = ({ message, lineno }) => {
        if (message === undefined) return this.#receive({ type: "refused" });
        const line = lineno ? lineno - start + 1 : undefined;
        this.#receive({ type: "error", text: message.replace(/^Uncaught /, ""), line });
      };
      return worker;
    } catch {
      this.#receive({ type: "refused" });
      return undefined;
    }
  }

  #receive(message: Heard<Message>): undefined {
    if (!this.#ended) this.#received(message);
  }
}

/** An error from before the worker: wrong syntax, with its line, or code that does not load. */
function failureBefore(error: Partial<{ reason: string; line: number }> & Error): Failed {
  const { reason, line, message } = error;
  return { type: "error", text: reason === undefined ? message : `SyntaxError: ${reason}`, line };
}
