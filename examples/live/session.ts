import { buffersOf, frameOf } from "./frame.js";
import type { Reply, Request, Shown } from "./messages.js";
import { Pace } from "./pace.js";
import { extentOf, pointList } from "./points.js";
import { Run } from "./run.js";
import { bytesOf } from "./save.js";
import { Speed } from "./speed.js";

/** What a session needs of its surroundings, so that it can run in a worker and in a test. */
export interface Host {
  /** Sends a reply; what is transferred belongs to the receiver then. */
  post(reply: Reply, transfer: ArrayBuffer[]): void;
  /** Milliseconds. */
  now(): number;
  /** Calls back soon, after messages that have arrived. */
  later(task: () => void): void;
}

/** How many milliseconds to train before messages are looked at. */
const SLICE = 8;

/** Trains as the page asks for it, a slice at a time, and tells it where the training stands. */
export class Session {
  private run: Run | undefined;
  private shown: Shown = { units: false, parameters: false, point: undefined };
  private playing = false;
  private isWaiting = false;
  private readonly pace = new Pace();
  private readonly speed = new Speed();

  constructor(private readonly host: Host) {}

  /** Does what the page asks for. What goes wrong becomes an "error" reply, and the training pauses. */
  receive(request: Request): void {
    this.attempt(() => {
      if (request.kind === "start") return this.start(request);
      if (request.kind === "show") this.shown = request;
      const { run } = this;
      if (run === undefined) {
        if (request.kind === "show") return;
        throw new TypeError(`The worker was asked for "${request.kind}"; expected "start" first`);
      }
      this.answer(run, request);
    });
  }

  private start({ setup, playing }: Extract<Request, { kind: "start" }>): void {
    this.pause();
    this.run = undefined; // in case the setup is refused
    this.run = new Run(setup);
    this.sendPoints(this.run);
    this.sendFrame(this.run, playing);
    if (playing) this.play();
  }

  private answer(run: Run, request: Exclude<Request, { kind: "start" }>): void {
    switch (request.kind) {
      case "play":
        this.play();
        break;
      case "pause":
        this.pause();
        break;
      case "step":
        this.pause();
        run.step();
        break;
      case "rewind":
        run.rewind();
        break;
      case "change":
        run.change(request.training);
        break;
      case "points":
        run.usePoints(request.data);
        this.sendPoints(run);
        break;
      case "show":
        break;
      case "save": {
        const bytes = bytesOf(run, request.format);
        this.host.post({ kind: "saved", format: request.format, bytes }, [bytes.buffer]);
        return;
      }
    }
    this.sendFrame(run, this.playing);
  }

  private play(): void {
    this.playing = true;
    this.goOnLater();
  }

  private pause(): void {
    this.playing = false;
    this.speed.pause();
  }

  private goOnLater(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.host.later(() => {
      this.isWaiting = false;
      this.attempt(() => this.slice());
    });
  }

  /** Trains for some milliseconds. */
  private slice(): void {
    const { run, host } = this;
    if (run === undefined || !this.playing) return;
    const start = host.now();
    this.speed.read(start);
    do {
      run.step();
      this.speed.count();
    } while (host.now() - start < SLICE);
    if (this.pace.isDue(host.now())) this.sendFrame(run, true);
    this.goOnLater();
  }

  private sendPoints(run: Run): void {
    const { training, test } = run.parts;
    this.host.post(
      {
        kind: "data",
        training: pointList(training),
        test: test ? pointList(test) : [],
        extent: extentOf(run.parts),
        classes: run.setup.data.classes,
      },
      [],
    );
  }

  private sendFrame(run: Run, playing: boolean): void {
    const start = this.host.now();
    // A frame that stays is as fine as it can be.
    const how = playing
      ? { playing, iterationsPerSecond: this.speed.read(start), detail: this.pace.detail }
      : { playing, iterationsPerSecond: 0, detail: 1 };
    const frame = frameOf(run, this.shown, how);
    this.host.post(frame, buffersOf(frame));
    if (playing) this.pace.took(start, this.host.now());
  }

  private attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.pause();
      this.sendLastFinite();
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      this.host.post({ kind: "error", name, message }, []);
    }
  }

  /** A frame with the last finite numbers, so that the page shows them beside what went wrong. */
  private sendLastFinite(): void {
    const { run } = this;
    for (let attempts = 0; run !== undefined && attempts < 2; attempts++) {
      try {
        this.sendFrame(run, false);
        return;
      } catch {
        run.retreat(); // The last step was made, but what it made is too large to be shown.
      }
    }
  }
}
