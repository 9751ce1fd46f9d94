import { buffersOf, frameOf } from "../frame.js";
import type { Reply, Shown } from "../messages.js";
import { Pace } from "../pace.js";
import { extentOf, pointList } from "../points.js";
import { modelBytes } from "../save.js";
import { Speed } from "../speed.js";
import type { ProgramRequest } from "./messages.js";
import type { ProgramTraining } from "./training.js";

/** What a report needs of its surroundings, so that it can run in a worker and in a test. */
export interface ReportHost {
  /** Sends a reply; what is transferred belongs to the receiver then. */
  post(reply: Reply, transfer: ArrayBuffer[]): void;
  /** Milliseconds. */
  now(): number;
}

/** Tells the page where the training of a program stands. */
export class Report {
  private shown: Shown = { units: false, parameters: false, point: undefined };
  private training: ProgramTraining | undefined;
  private sentPoints: unknown;
  private isRunning = true;
  private readonly pace = new Pace();
  private readonly speed = new Speed();

  constructor(private readonly host: ReportHost) {}

  /** A step was made: sends a frame if it is time for one. */
  stepped(training: ProgramTraining): void {
    this.training = training;
    const start = this.host.now();
    const rate = this.speed.read(start);
    this.speed.count();
    if (!this.pace.isDue(start)) return;
    this.send({ playing: true, iterationsPerSecond: rate, detail: this.pace.detail });
    this.pace.took(start, this.host.now());
  }

  /** The program has ended: sends a frame that is as fine as it can be. */
  ended(): void {
    this.isRunning = false;
    this.sendLast();
  }

  /** Does what the page asks for. */
  receive(request: ProgramRequest): void {
    if (request.kind === "show") {
      this.shown = request;
      if (!this.isRunning) this.sendLast();
    } else if (this.training !== undefined) {
      const { model, iteration } = this.training;
      const bytes = modelBytes(model, request.format, { iteration });
      this.host.post({ kind: "saved", format: request.format, bytes }, [bytes.buffer]);
    }
  }

  private sendLast(): void {
    this.send({ playing: false, iterationsPerSecond: 0, detail: 1 });
  }

  private send(how: Parameters<typeof frameOf>[2]): void {
    const { training, host } = this;
    if (training === undefined) return;
    const { parts } = training;
    try {
      const frame = frameOf(training, this.shown, how);
      if (this.sentPoints !== parts.training) this.sendPoints(training);
      host.post(frame, buffersOf(frame));
    } catch {
      // Numbers that are too large to be shown: the program's next pass will say so, with its line.
    }
  }

  private sendPoints({ parts }: ProgramTraining): void {
    const { training, test, model } = parts;
    this.sentPoints = training;
    this.host.post(
      {
        kind: "data",
        training: pointList(training),
        test: test ? pointList(test) : [],
        extent: extentOf(parts),
        classes: model.outputs ?? 0,
      },
      [],
    );
  }
}
