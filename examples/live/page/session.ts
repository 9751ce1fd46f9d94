import type { Frame, Reply, Request, Shown } from "../messages.js";
import type { Point, Setup } from "../setup.js";
import type { Words } from "../words/en.js";
import { type Data, type Events, type Saved, SessionEvents, type Unit } from "./session-events.js";

/** The run that the page shows: its setup, the worker that trains, and what the worker said last. */
export class Session {
  setup: Setup;
  frame: Frame | undefined;
  data: Data = { kind: "data", training: [], test: [], extent: 1 };
  /** The iteration at which the setup changed without a reset, if it did. */
  changedAt: number | undefined;

  /** Whether the point that is looked at stays when the pointer moves on. */
  pinned = false;
  #enlarged: Unit | undefined;
  #classToAdd = 0;

  readonly #worker: Worker;
  readonly #events = new SessionEvents();
  #shown: Shown = { units: false, parameters: false, point: undefined };
  readonly #wanting = { units: new Set<string>(), parameters: new Set<string>() };
  #drawing = false;

  constructor(worker: Worker, setup: Setup) {
    this.#worker = worker;
    this.setup = setup;
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#receive(data);
    worker.onerror = ({ message }) => this.#events.emit("error", { kind: "error", name: "Error", message });
  }

  /** Calls a listener with every event of a kind from now on. */
  on<K extends keyof Events>(kind: K, listener: (event: Events[K]) => void): void {
    this.#events.on(kind, listener);
  }

  get playing(): boolean {
    return this.frame?.playing ?? false;
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
    this.setup = setup;
    this.#events.emit("setup", setup);
    this.#restart();
    this.#send({ kind: "start", setup, playing });
  }

  /** Goes on with another setup: without a reset if only the training or one's own points differ. */
  change(next: Setup): void {
    const before = this.setup;
    if (next.seed !== before.seed || next.model !== before.model || !sameKindOfData(before, next)) {
      this.start(next, this.playing);
      return;
    }
    this.setup = next;
    if (this.frame !== undefined && this.frame.iteration > 0) this.changedAt = this.frame.iteration;
    this.#events.emit("setup", next);
    this.#events.emit("error", undefined);
    if (next.training !== before.training) this.#send({ kind: "change", training: next.training });
    if (next.data !== before.data) this.#send({ kind: "points", data: next.data });
  }

  play(): void {
    this.#events.emit("error", undefined);
    this.#send({ kind: "play" });
  }

  pause(): void {
    this.#send({ kind: "pause" });
  }

  step(): void {
    this.#events.emit("error", undefined);
    this.#send({ kind: "step" });
  }

  /** Goes back to the same initial weights. */
  rewind(): void {
    this.#restart();
    this.#send({ kind: "rewind" });
  }

  /** Says that something could not be used, while training goes on. */
  warn(text: (words: Words) => string): void {
    this.#events.emit("warning", text);
  }

  save(format: Saved["format"]): void {
    this.#send({ kind: "save", format });
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
  }

  #restart(): void {
    this.changedAt = undefined;
    this.#events.emit("error", undefined);
    this.#events.emit("restart", undefined);
  }

  #receive(reply: Reply): void {
    if (reply.kind === "frame") {
      this.frame = reply;
      this.#events.emit("frame", reply);
      this.#drawSoon();
    } else if (reply.kind === "data") {
      this.data = reply;
      this.#events.emit("data", reply);
    } else if (reply.kind === "saved") {
      this.#events.emit("saved", reply);
    } else {
      this.#events.emit("error", reply);
    }
  }

  #drawSoon(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      if (this.frame !== undefined) this.#events.emit("draw", this.frame);
    });
  }

  #send(request: Request): void {
    this.#worker.postMessage(request);
  }
}

function sameKindOfData({ data: before }: Setup, { data: next }: Setup): boolean {
  return next === before || (next.kind === "own" && before.kind === "own" && next.classes === before.classes);
}
