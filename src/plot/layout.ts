import { type Axis, type AxisKind, axis, type LabelRoom } from "./axis.js";
import type { Domain } from "./domain.js";
import { wrap } from "./fit-text.js";
import { FONT, tickWidth, titleWidth, widest } from "./text-size.js";

/** The rectangle between the axes, in pixels of the picture. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The place of everything in the picture. */
export interface Layout {
  readonly frame: Frame;
  readonly x: Axis;
  readonly y: Axis;
  /** The lines of the title. */
  readonly title: readonly string[];
}

/** What needs a place in the picture. */
export interface Contents {
  readonly title: string;
  /** A line below the title; empty if there is none. */
  readonly note: string;
  readonly width: number;
  readonly height: number;
  /** The width of a legend that fits a frame of this height. */
  readonly legendWidth: (frameHeight: number) => number;
  /** What the axes show in a frame of this size. */
  readonly domains: (width: number, height: number) => readonly [x: Domain, y: Domain];
  /** How the axes map numbers to pixels. */
  readonly kinds: readonly [x: AxisKind, y: AxisKind];
}

/** The height of a line of the title, and the most lines it gets. */
export const TITLE_LINE = 22;
const TITLE_LINES = 4;
/** The height of the line below it. */
export const NOTE_LINE = 19;
/** Pixels left free at the edges of the picture. */
const EDGE = 14;
/** Below the frame: the labels and the name of an axis. */
const BELOW = 50;
/** Left of the labels: the name of the other axis. */
const NAME = 24;
/** The least to the right of the frame: half of a label. */
const RIGHT = 24;
/** From the frame to the labels of the ticks. */
export const TICK = 8;
/** The least width and height of the frame. */
const SMALLEST = 60;

/**
 * Gives the frame all the room that title, legend and labels leave.
 *
 * @throws RangeError if that is too little
 */
export function layOut(operation: string, contents: Contents): Layout {
  const { width, height, kinds } = contents;
  const title = wrap(contents.title, width - 2 * EDGE, TITLE_LINES, titleWidth);
  const top = EDGE + title.length * TITLE_LINE + (contents.note === "" ? 0 : NOTE_LINE);
  const frameHeight = height - top - BELOW;
  const right = Math.ceil(Math.max(RIGHT, contents.legendWidth(Math.max(frameHeight, SMALLEST))));

  // The labels decide the width of the frame, which decides the domain and so the labels: the second round
  // settles it.
  let labels = 40;
  for (let round = 0; ; round++) {
    const left = NAME + labels + TICK;
    const frame = { left, top, width: width - left - right, height: frameHeight };
    if (frame.width < SMALLEST || frame.height < SMALLEST) {
      const missing = (inner: number, outer: number) => Math.ceil(outer + Math.max(0, SMALLEST - inner));
      throw new RangeError(
        `${operation}: width x height is ${width} x ${height}; title, legend and labels need at least ` +
          `${missing(frame.width, width)} x ${missing(frame.height, height)}`,
      );
    }
    const [xDomain, yDomain] = contents.domains(frame.width, frame.height);
    const x = axis(kinds[0], xDomain, [left, left + frame.width], sideBySide(width));
    const y = axis(kinds[1], yDomain, [top + frameHeight, top], oneAboveTheOther);
    const needed = Math.ceil(
      widest(
        y.ticks.map(({ label }) => label),
        tickWidth,
      ),
    );
    if (round > 0 && needed <= labels) return { frame, x, y, title };
    labels = Math.max(needed, round > 0 ? labels : 0);
  }
}

/** The room for labels side by side in a picture of this width. */
function sideBySide(width: number): LabelRoom {
  return {
    between: (label, next) => (tickWidth(label) + tickWidth(next)) / 2 + 18,
    fits: ({ at, label }) => Math.min(at, width - at) >= tickWidth(label) / 2,
  };
}

const oneAboveTheOther: LabelRoom = { between: () => 3.3 * FONT.tick, fits: () => true };
