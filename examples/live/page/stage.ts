import type { Frame, Reply } from "../messages.js";
import type { Data, Program, ProgramState, SessionEvents } from "./session-events.js";
import { View } from "./view.js";

/** A program beside the page's own run. */
interface Guest {
  readonly program: Program;
  readonly view: View;
  /** Whether the own run goes on when the page goes back to it. */
  readonly resumes: boolean;
  state: Exclude<ProgramState, "none">;
}

/** Takes what a program's worker sends, and how the program ends. */
export interface Hosted {
  receive(reply: Reply): void;
  ended(state: "ended" | "stopped"): void;
}

/** What is shown: the page's own run, or a program as soon as it has trained something. */
export class Stage {
  readonly own = new View();
  readonly #events: SessionEvents;
  #guest: Guest | undefined;
  #drawing = false;

  constructor(events: SessionEvents) {
    this.#events = events;
  }

  get view(): View {
    return this.#isGuestShown ? (this.#guest as Guest).view : this.own;
  }

  get state(): ProgramState {
    return this.#isGuestShown ? (this.#guest as Guest).state : "none";
  }

  /** The program beside the own run, whether or not it is shown. */
  get program(): Program | undefined {
    return this.#guest?.program;
  }

  /** Lets a program in, and shows it from its first frame on. */
  enter(program: Program, resumes: boolean): Hosted {
    const guest: Guest = { program, view: new View(), resumes, state: "running" };
    this.#guest = guest;
    return {
      receive: (reply) => {
        if (this.#guest === guest) this.receive(reply, guest.view);
      },
      ended: (state) => {
        guest.state = state;
        const { frame } = guest.view;
        if (frame === undefined || this.#guest !== guest) return;
        this.receive({ ...frame, playing: false, iterationsPerSecond: 0, curve: [] }, guest.view);
        this.#events.emit("program", state);
      },
    };
  }

  /** Ends a program, if there is one, and shows the own run again. Returns whether that went on before. */
  leave(): boolean {
    const guest = this.#guest;
    if (guest === undefined) return false;
    const wasShown = this.#isGuestShown;
    this.#guest = undefined;
    guest.program.end();
    if (wasShown) this.#showAnother();
    return guest.resumes;
  }

  /** Takes a reply of a worker, and tells of it if what the worker trains is shown. */
  receive(reply: Reply, view = this.own): void {
    if (reply.kind === "saved") this.#events.emit("saved", reply);
    else if (reply.kind === "error") this.#events.emit("error", reply);
    else {
      const before = this.view;
      view.take(reply);
      if (this.view !== before) this.#showAnother();
      else if (before === view) this.#tell(reply);
    }
  }

  get #isGuestShown(): boolean {
    return this.#guest?.view.frame !== undefined;
  }

  #tell(reply: Data | Frame): void {
    if (reply.kind === "data") {
      this.#events.emit("data", reply);
    } else {
      this.#events.emit("frame", reply);
      this.#drawSoon();
    }
  }

  #showAnother(): void {
    const { data, frame } = this.view;
    this.#events.emit("error", undefined);
    this.#events.emit("program", this.state);
    this.#tell(data);
    if (frame !== undefined) this.#tell(frame);
  }

  #drawSoon(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      if (this.view.frame !== undefined) this.#events.emit("draw", this.view.frame);
    });
  }
}
