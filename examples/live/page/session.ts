import type { CurvePoint, Frame, Reply, Request, Shown } from "../messages.js";
import type { Point, Setup } from "../setup.js";
import type { Words } from "../words/en.js";
import {
  type Data,
  type Events,
  type Program,
  type ProgramState,
  type Saved,
  SessionEvents,
  type Unit,
} from "./session-events.js";
import { type Hosted, Stage } from "./stage.js";

/** The run that the page shows: its setup, the worker that trains, and what the worker said last. */
export class Session {
  setup: Setup;
  /** The iteration at which the setup changed without a reset, if it did. */
  changedAt: number | undefined;

  /** Whether the point that is looked at stays when the pointer moves on. */
  pinned = false;
  #enlarged: Unit | undefined;
  #ownProgram: string | undefined;
  #classToAdd = 0;

  readonly #worker: Worker;
  readonly #events = new SessionEvents();
  readonly #stage = new Stage(this.#events);
  #shown: Shown = { units: false, parameters: false, point: undefined };
  readonly #wanting = { units: new Set<string>(), parameters: new Set<string>() };

  constructor(worker: Worker, setup: Setup) {
    this.#worker = worker;
    this.setup = setup;
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#stage.receive(data);
    worker.onerror = ({ message }) => this.#events.emit("error", { kind: "error", name: "Error", message });
  }

  /** Calls a listener with every event of a kind from now on. */
  on<K extends keyof Events>(kind: K, listener: (event: Events[K]) => void): void {
    this.#events.on(kind, listener);
  }

  /** Whether the page's own run goes on. */
  get playing(): boolean {
    return this.#stage.own.frame?.playing ?? false;
  }

  /** Where the training stands that is shown. */
  get frame(): Frame | undefined {
    return this.#stage.view.frame;
  }

  /** The points that are shown. */
  get data(): Data {
    return this.#stage.view.data;
  }

  /** The loss curve that is shown. */
  get curve(): readonly CurvePoint[] {
    return this.#stage.view.curve;
  }

  /** How many classes the model has that is shown. */
  get classes(): number {
    return this.program === "none" ? this.setup.data.classes : this.data.classes;
  }

  /** The program whose training is shown, if there is one. */
  get program(): ProgramState {
    return this.#stage.state;
  }

  /** The points of the page's own run. */
  get ownPoints(): readonly Point[] {
    const { training, test } = this.#stage.own.data;
    return [...training, ...test];
  }

  /** All points, first those to learn from. */
  get points(): readonly Point[] {
    return [...this.data.training, ...this.data.test];
  }

  get enlarged(): Unit | undefined {
    return this.#enlarged;
  }

  set enlarged(unit: Unit | undefined) {
    this.#enlarged = unit;
    this.#events.emit("enlarged", unit);
  }

  /** The text of the program if it is not the setup's. */
  get ownProgram(): string | undefined {
    return this.#ownProgram;
  }

  set ownProgram(text: string | undefined) {
    if (text === this.#ownProgram) return;
    this.#ownProgram = text;
    this.#events.emit("ownProgram", text);
  }

  /** The class of points that one adds. */
  get classToAdd(): number {
    return this.#classToAdd;
  }

  set classToAdd(label: number) {
    this.#classToAdd = label;
    this.#events.emit("classToAdd", label);
  }

  get selected(): Point | undefined {
    return this.#shown.point;
  }

  /** Trains a setup from its initial weights. */
  start(setup: Setup, playing: boolean): void {
    const resumes = this.#stage.leave();
    this.setup = setup;
    this.#events.emit("setup", setup);
    this.#restart();
    this.#send({ kind: "start", setup, playing: playing || resumes });
  }

  /** Goes on with another setup: without a reset if only the training or one's own points differ. */
  change(next: Setup): void {
    const before = this.setup;
    if (next.seed !== before.seed || next.model !== before.model || !sameKindOfData(before, next)) {
      this.start(next, this.playing);
      return;
    }
    const resumes = this.#stage.leave();
    this.setup = next;
    if (this.frame !== undefined && this.frame.iteration > 0) this.changedAt = this.frame.iteration;
    this.#events.emit("setup", next);
    this.#events.emit("error", undefined);
    if (next.training !== before.training) this.#send({ kind: "change", training: next.training });
    if (next.data !== before.data) this.#send({ kind: "points", data: next.data });
    if (resumes) this.#send({ kind: "play" });
  }

  play(): void {
    this.#stage.leave();
    this.#events.emit("error", undefined);
    this.#send({ kind: "play" });
  }

  pause(): void {
    this.#send({ kind: "pause" });
  }

  step(): void {
    this.#stage.leave();
    this.#events.emit("error", undefined);
    this.#send({ kind: "step" });
  }

  /** Goes back to the same initial weights. */
  rewind(): void {
    const resumes = this.#stage.leave();
    this.#restart();
    this.#send({ kind: "rewind" });
    if (resumes) this.#send({ kind: "play" });
  }

  /** Pauses the own run while a program runs. What it trains is shown until the page goes back. */
  host(program: Program): Hosted {
    const hosted = this.#stage.enter(program, this.#stage.leave() || this.playing);
    this.pause();
    program.ask({ kind: "show", ...this.#shown });
    return hosted;
  }

  /** Goes back from a program to the page's own run, which goes on if it did before. */
  returnToOwn(): void {
    if (this.#stage.leave()) this.#send({ kind: "play" });
  }

  /** Says that something could not be used, while training goes on. */
  warn(text: (words: Words) => string): void {
    this.#events.emit("warning", text);
  }

  save(format: Saved["format"]): void {
    if (this.program === "none") this.#send({ kind: "save", format });
    else this.#stage.program?.ask({ kind: "save", format });
  }

  /** Looks at a point, or at none. */
  select(point: Point | undefined): void {
    if (point === this.#shown.point) return;
    this.#show({ point });
    this.#events.emit("selected", point);
  }

  /** Asks for numbers that a part of the page shows, or no longer shows. */
  want(what: "units" | "parameters", who: string, wanted: boolean): void {
    const wanting = this.#wanting[what];
    if (wanted) wanting.add(who);
    else wanting.delete(who);
    if (this.#shown[what] !== wanting.size > 0) this.#show({ [what]: wanting.size > 0 });
  }

  #show(shown: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...shown };
    this.#send({ kind: "show", ...this.#shown });
    this.#stage.program?.ask({ kind: "show", ...this.#shown });
  }

  #restart(): void {
    this.#stage.own.curve = [];
    this.changedAt = undefined;
    this.#events.emit("error", undefined);
    this.#events.emit("restart", undefined);
  }

  #send(request: Request): void {
    this.#worker.postMessage(request);
  }
}

function sameKindOfData({ data: before }: Setup, { data: next }: Setup): boolean {
  return next === before || (next.kind === "own" && before.kind === "own" && next.classes === before.classes);
}
