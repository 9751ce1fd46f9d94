import { DEFAULT } from "./presets.js";
import type { Setup } from "./setup.js";
import { FIELDS, type Field, type Flat } from "./url/fields.js";
import type { Words } from "./words/en.js";

/** What is wrong with a link. The page goes on with the usual value. */
interface Note {
  readonly problem: "too-long" | "unknown" | "twice" | "invalid" | "conflict";
  /** The name in the link; empty if the whole link is meant. */
  readonly key: string;
  /** A sentence, in the language of the words. */
  message(words: Words["link"]): string;
}

/** A setup from a link, and what of the link was not used. */
export interface FromLink {
  readonly setup: Setup;
  readonly notes: readonly Note[];
}

/** A link with a thousand points that have all their digits is shorter. */
const LONGEST = 100_000;

/** How much of what a link says a message repeats. */
const QUOTED = 40;

/** No link needs more notes than a reader reads. */
const MOST_NOTES = 10;

const NAMES = Object.keys(FIELDS) as (keyof Flat)[];

/** The hash of a link that gives exactly this setup, such as `#classes=4&hidden=50,50`. */
export function hashOf(setup: Setup): string {
  const flat = flatOf(setup);
  const usual = flatOf(DEFAULT);
  const parts = NAMES.flatMap((name) => {
    const text = formatted(name, flat);
    return text === formatted(name, usual) ? [] : [`${FIELDS[name].key}=${text}`];
  });
  return parts.length > 0 ? `#${parts.join("&")}` : "";
}

/** The setup of a link's hash. What the link does not say, or says wrongly, is as in {@link DEFAULT}. */
export function setupFrom(hash: string): FromLink {
  if (hash.length > LONGEST) {
    const message: Note["message"] = (words) => words.tooLong(hash.length, LONGEST);
    return { setup: DEFAULT, notes: [{ problem: "too-long", key: "", message }] };
  }
  const notes: Note[] = [];
  const found = new Map<keyof Flat, unknown>();
  for (const part of hash.replace(/^#/, "").split("&")) {
    if (part !== "") read(part, found, notes);
  }
  const flat = { ...flatOf(DEFAULT), ...Object.fromEntries(found) } as Flat;
  const setup = grouped(agreeing(flat, notes));
  return { setup, notes: notes.slice(0, MOST_NOTES) };
}

/** Adds what a part such as `classes=4` says to what was found, or to the notes. */
function read(part: string, found: Map<keyof Flat, unknown>, notes: Note[]): void {
  const [, key = part, text = ""] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
  const name = NAMES.find((each) => FIELDS[each].key === key);
  const note = (problem: Note["problem"], message: Note["message"]) =>
    notes.push({ problem, key: shortened(key), message });
  if (name === undefined) {
    note("unknown", (words) => words.unknown(shortened(part)));
  } else if (found.has(name)) {
    note("twice", (words) => words.twice(key));
  } else {
    const field = FIELDS[name];
    const value: unknown = field.parse(unescaped(text));
    if (value !== undefined) found.set(name, value);
    else note("invalid", (words) => words.invalid(key, shortened(text), field.expected(words)));
  }
}

/** The same with as many classes as the points have. */
function agreeing(flat: Flat, notes: Note[]): Flat {
  const { kind, classes, own } = flat;
  const note = (key: string, message: Note["message"]) => notes.push({ problem: "conflict", key, message });
  if ((kind === "moons" || kind === "circles" || kind === "xor") && classes !== 2) {
    if (classes !== DEFAULT.data.classes) note("classes", (words) => words.twoClasses(kind, classes));
    return agreeing({ ...flat, classes: 2 }, notes);
  }
  const most = own.reduce((largest, { label }) => Math.max(largest, label), 0);
  if (most < classes) return flat;
  note("own", (words) => words.missingClass(most, classes - 1));
  return { ...flat, own: own.filter(({ label }) => label < classes) };
}

function formatted(name: keyof Flat, flat: Flat): string {
  return (FIELDS[name] as Field<unknown>).format(flat[name]);
}

function flatOf({ data, model, training, ...seeds }: Setup): Flat {
  return { ...seeds, ...data, ...model, ...training };
}

function grouped(flat: Flat): Setup {
  const { seed, skipped } = flat;
  const { kind, classes, pointsPerClass, noise, testShare, own } = flat;
  const { hidden, activation, weights, deviation, normalization, dropout } = flat;
  const { optimizer, learningRate, schedule, scheduleSteps, batchSize, l1, l2 } = flat;
  return {
    seed,
    skipped,
    data: { kind, classes, pointsPerClass, noise, testShare, own },
    model: { hidden, activation, weights, deviation, normalization, dropout },
    training: { optimizer, learningRate, schedule, scheduleSteps, batchSize, l1, l2 },
  };
}

/** Programs that send links escape what need not be escaped, such as commas. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shortened(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}
