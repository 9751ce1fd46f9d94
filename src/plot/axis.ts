import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3-scale";
import type { Domain } from "./domain.js";

/** A labelled place on an axis. */
export interface Tick {
  /** Pixels from the left or the top of the picture. */
  readonly at: number;
  readonly label: string;
}

/** Where numbers lie on an axis, in pixels, which number lies where, and which to label. */
export interface Axis {
  readonly position: (value: number) => number;
  readonly value: (position: number) => number;
  readonly ticks: readonly Tick[];
}

/** How an axis maps numbers to pixels; one of integers is linear and labels no others. */
export type AxisKind = "linear" | "log" | "integer";

/** How many pixels the labels of two neighbours need between their ticks. */
export type Room = (label: string, next: string) => number;

type Scale = ScaleContinuousNumeric<number, number>;

const MOST_TICKS = 10;

/** An axis over a domain, between two pixels, with as many ticks as have room for their labels. */
export function axis(kind: AxisKind, domain: Domain, range: readonly [number, number], room: Room): Axis {
  const scale: Scale = (kind === "log" ? scaleLog() : scaleLinear()).domain(domain).range(range);
  let count = MOST_TICKS;
  let ticks = ticksOf(scale, kind, count);
  while (count > 1 && crowded(ticks, room)) ticks = ticksOf(scale, kind, --count);
  return {
    position: (value) => scale(value),
    value: (position) => scale.invert(position),
    ticks: crowded(ticks, room) ? ticks.slice(0, 1) : ticks,
  };
}

function ticksOf(scale: Scale, kind: AxisKind, count: number): Tick[] {
  const place = (source: Scale, specifier: string | undefined): Tick[] => {
    const format = source.tickFormat(count, specifier);
    const values = source.ticks(count).filter((value) => kind !== "integer" || Number.isInteger(value));
    const ticks = values.map((value) => ({ at: scale(value), label: value === 0 ? "0" : format(value) }));
    return ticks.filter(({ label }) => label !== "");
  };
  const linear = scaleLinear().domain(scale.domain());
  const ticks = kind === "log" ? place(scale, "~g") : [];
  // A log scale labels only numbers near powers of ten; a domain within a decade may have none.
  return ticks.length > 1 ? ticks : place(linear, linearFormat(scale.domain(), kind));
}

/** d3's name of a format: an exponent where plain digits would be long, no decimals for integers, else as many as the ticks need. */
function linearFormat(domain: readonly number[], kind: AxisKind): string | undefined {
  const largest = Math.max(...domain.map(Math.abs));
  if (largest >= 1e6 || largest < 1e-4) return "~e";
  return kind === "integer" ? ",d" : undefined;
}

function crowded(ticks: readonly Tick[], room: Room): boolean {
  return ticks.some((tick, i) => {
    const last = ticks[i - 1];
    return last !== undefined && Math.abs(tick.at - last.at) < room(last.label, tick.label);
  });
}
