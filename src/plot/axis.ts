import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3-scale";
import type { Domain } from "./domain.js";

/** A labelled place on an axis. */
export interface Tick {
  /** Pixels from the left or the top of the picture. */
  readonly at: number;
  readonly label: string;
}

/** Maps numbers to pixels and back, and says which numbers to label. */
export interface Axis {
  readonly position: (value: number) => number;
  readonly value: (position: number) => number;
  readonly ticks: readonly Tick[];
}

/** How an axis maps numbers to pixels. One of integers is linear and labels integers only. */
export type AxisKind = "linear" | "log" | "integer";

/** The room for the labels of an axis. */
export interface LabelRoom {
  /** How many pixels two neighbouring ticks need between them. */
  readonly between: (label: string, next: string) => number;
  /** Whether a label stays in the picture. */
  readonly fits: (tick: Tick) => boolean;
}

type Scale = ScaleContinuousNumeric<number, number>;

const MOST_TICKS = 10;

/** An axis over a domain, between two pixels, with as many ticks as have room for their labels. */
export function axis(
  kind: AxisKind,
  domain: Domain,
  range: readonly [number, number],
  room: LabelRoom,
): Axis {
  // Over a narrow domain both scales look the same, but logarithms lose the digits in which its numbers
  // differ.
  const narrow = domain[1] / domain[0] < 1 + 1e-6;
  const scale: Scale = (kind === "log" && !narrow ? scaleLog() : scaleLinear()).domain(domain).range(range);
  let ticks = ticksOf(scale, kind, MOST_TICKS).filter(room.fits);
  for (let count = MOST_TICKS - 1; count > 0 && crowded(ticks, room); count--) {
    const fewer = ticksOf(scale, kind, count).filter(room.fits);
    if (fewer.length > 0) ticks = fewer;
  }
  return {
    position: (value) => scale(value),
    value: (position) => scale.invert(position),
    ticks: crowded(ticks, room) ? ticks.slice(0, 1) : ticks,
  };
}

function ticksOf(scale: Scale, kind: AxisKind, count: number): Tick[] {
  const [low, high] = scale.domain() as [number, number];
  // A log scale labels digits times powers of ten. Within a decade there may be none, so the ticks are those
  // of a linear scale.
  const decades = kind === "log" && high / low >= 10;
  const source = decades ? scale : scaleLinear().domain([low, high]);
  const format = source.tickFormat(count, decades ? "~g" : linearFormat(low, high, kind));
  return source
    .ticks(count)
    .filter((value) => kind !== "integer" || Number.isInteger(value))
    .map((value) => ({ at: scale(value), label: value === 0 ? "0" : format(value) }))
    .filter(({ label }) => label !== "");
}

/**
 * d3's name of a format: with an exponent if digits alone would be long, else with as many decimals as the
 * ticks need.
 */
function linearFormat(low: number, high: number, kind: AxisKind): string | undefined {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (largest >= 1e6 || largest < 1e-4) return "~e";
  return kind === "integer" ? ",d" : undefined;
}

function crowded(ticks: readonly Tick[], { between }: LabelRoom): boolean {
  return ticks.some((tick, i) => {
    const last = ticks[i - 1];
    return last !== undefined && Math.abs(tick.at - last.at) < between(last.label, tick.label);
  });
}
