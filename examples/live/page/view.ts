import type { CurvePoint, Frame } from "../messages.js";
import type { Data } from "./session-events.js";

/** More points of a curve than this are more than its picture has room for. */
const MOST = 2000;

/** What there is to show of a training. */
export class View {
  data: Data = { kind: "data", training: [], test: [], extent: 1, classes: 0 };
  frame: Frame | undefined;
  /** The loss curve. */
  curve: CurvePoint[] = [];

  /** Takes what a worker says. */
  take(reply: Data | Frame): void {
    if (reply.kind === "data") this.data = reply;
    else {
      this.frame = reply;
      this.extend(reply.curve);
    }
  }

  private extend(added: readonly CurvePoint[]): void {
    const [first] = added;
    if (first === undefined) return;
    // A frame from before a restart may come after it; the first one of the new run replaces it.
    if (first.iteration <= (this.curve.at(-1)?.iteration ?? -1)) this.curve = [];
    this.curve.push(...added);
    const last = this.curve.length - 1;
    if (last >= MOST) this.curve = this.curve.filter((_, i) => i % 2 === 0 || i === last);
  }
}
