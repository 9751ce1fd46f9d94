import { type Axis, type AxisKind, axis } from "./axis.js";
import type { Domain } from "./domain.js";
import { FONT, textWidth, wrap } from "./text-size.js";

/** The rectangle that the axes span, in pixels of the picture. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything goes. */
export interface Layout {
  readonly frame: Frame;
  readonly x: Axis;
  readonly y: Axis;
  /** The title, in the lines it needs. */
  readonly title: readonly string[];
}

/** What there is to find a place for. */
export interface Contents {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** How wide the legend is that fits a frame of this height. */
  readonly legendWidth: (frameHeight: number) => number;
  /** What the axes show in a frame of this size. */
  readonly domains: (width: number, height: number) => readonly [x: Domain, y: Domain];
  /** How the axes map numbers to pixels. */
  readonly kinds: readonly [x: AxisKind, y: AxisKind];
}

/** Height of a line of the title. */
export const TITLE_LINE = 22;
/** Pixels left free at the edges of the picture. */
const EDGE = 14;
/** Below the frame: labels and the name of an axis. */
const BELOW = 50;
/** Left of the labels: the name of the other axis. */
const NAME = 24;
/** Right of the frame at least: half of the last label. */
const RIGHT = 24;
/** From the frame to the labels of the ticks. */
export const TICK = 8;
/** Smaller than this, nothing could be seen in the frame. */
const SMALLEST = 60;

/**
 * Gives the frame all the room that title, legend and labels leave.
 *
 * @throws RangeError if that is too little
 */
export function layOut(operation: string, contents: Contents): Layout {
  const { width, height, kinds } = contents;
  const title = wrap(contents.title, FONT.title, width - 2 * EDGE);
  const top = EDGE + title.length * TITLE_LINE;
  const frameHeight = height - top - BELOW;
  const right = Math.ceil(Math.max(RIGHT, contents.legendWidth(Math.max(frameHeight, SMALLEST))));

  // The labels decide how wide the frame is, and its width which domain and so which labels there are: the second round settles it.
  let labels = 40;
  for (let round = 0; ; round++) {
    const frame = {
      left: NAME + labels + TICK,
      top,
      width: width - NAME - labels - TICK - right,
      height: frameHeight,
    };
    if (frame.width < SMALLEST || frame.height < SMALLEST) {
      const missing = (inner: number, outer: number) => Math.ceil(outer + Math.max(0, SMALLEST - inner));
      throw new RangeError(
        `${operation}: width x height is ${width} x ${height}; title, legend and labels need at least ` +
          `${missing(frame.width, width)} x ${missing(frame.height, height)}`,
      );
    }
    const [xDomain, yDomain] = contents.domains(frame.width, frame.height);
    const x = axis(kinds[0], xDomain, [frame.left, frame.left + frame.width], sideBySide);
    const y = axis(kinds[1], yDomain, [frame.top + frame.height, frame.top], oneAboveTheOther);
    const widest = Math.ceil(Math.max(0, ...y.ticks.map(({ label }) => textWidth(label, FONT.tick))));
    if (round > 0 && widest <= labels) return { frame, x, y, title };
    labels = Math.max(widest, round > 0 ? labels : 0);
  }
}

function sideBySide(label: string, next: string): number {
  return (textWidth(label, FONT.tick) + textWidth(next, FONT.tick)) / 2 + 18;
}

function oneAboveTheOther(): number {
  return 3.3 * FONT.tick;
}
