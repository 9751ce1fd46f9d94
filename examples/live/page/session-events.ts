import type { Frame, Reply, UnitMap } from "../messages.js";
import type { ProgramRequest } from "../run-program/messages.js";
import type { Point, Setup } from "../setup.js";
import type { Words } from "../words/en.js";

/** The points of the plane. */
export type Data = Extract<Reply, { kind: "data" }>;

/** A model as a file. */
export type Saved = Extract<Reply, { kind: "saved" }>;

/** What went wrong. */
export type Failure = Extract<Reply, { kind: "error" }>;

/** A hidden unit. */
export type Unit = Pick<UnitMap, "layer" | "unit">;

/** A program beside the page's own run, which trains a model of its own. */
export interface Program {
  /** Asks its worker, which answers at once or when the program has ended. */
  ask(request: ProgramRequest): void;
  /** The page goes back to its own run. */
  end(): void;
}

/** Whether a program's training is shown, and whether its worker still answers. */
export type ProgramState = "none" | "running" | "ended" | "stopped";

/** What the parts of the page listen to. */
export interface Events {
  /** The setup is another one. */
  setup: Setup;
  /** Training starts from its initial weights. */
  restart: undefined;
  data: Data;
  /** Every frame, as it arrives. */
  frame: Frame;
  /** The newest frame, when the browser is about to draw. */
  draw: Frame;
  /** Another point is looked at, or none. */
  selected: Point | undefined;
  /** A unit is shown large in the plane, or none. */
  enlarged: Unit | undefined;
  /** Another class is chosen for points to add. */
  classToAdd: number;
  /** The page shows the training of a program, or its own again, or the program has ended. */
  program: ProgramState;
  /** The program's text is another one than the setup's; undefined if it is the setup's again. */
  ownProgram: string | undefined;
  error: Failure | undefined;
  /** Something that a reader asked for could not be used. */
  warning: (words: Words) => string;
  saved: Saved;
}

/** Who listens to which events. */
export class SessionEvents {
  readonly #listeners = new Map<keyof Events, ((event: never) => void)[]>();

  on<K extends keyof Events>(kind: K, listener: (event: Events[K]) => void): void {
    const listeners = this.#listeners.get(kind) ?? [];
    this.#listeners.set(kind, [...listeners, listener]);
  }

  emit<K extends keyof Events>(kind: K, event: Events[K]): void {
    for (const listener of this.#listeners.get(kind) ?? []) listener(event as never);
  }
}
