import type { Program, ProgramState } from "./session-events.js";
import { View } from "./view.js";

/** A program beside the page's own run. */
export interface Guest {
  readonly program: Program;
  readonly view: View;
  /** Whether the own run goes on when the page goes back to it. */
  readonly resumes: boolean;
  state: Exclude<ProgramState, "none">;
}

/** What is shown: the page's own run, or a program as soon as it has trained something. */
export class Stage {
  readonly own = new View();
  #guest: Guest | undefined;

  get view(): View {
    return this.isShown ? (this.#guest as Guest).view : this.own;
  }

  get state(): ProgramState {
    return this.isShown ? (this.#guest as Guest).state : "none";
  }

  /** The program, whether or not it is shown. */
  get guest(): Guest | undefined {
    return this.#guest;
  }

  enter(program: Program, resumes: boolean): Guest {
    this.#guest = { program, view: new View(), resumes, state: "running" };
    return this.#guest;
  }

  leave(): void {
    this.#guest = undefined;
  }

  private get isShown(): boolean {
    return this.#guest?.view.frame !== undefined;
  }
}
