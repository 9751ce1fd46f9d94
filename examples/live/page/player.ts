import type { Frame } from "../messages.js";
import type { Words } from "../words/en.js";
import { element } from "./element.js";
import { say, words } from "./language.js";
import { decimal, percent, significant, whole } from "./numbers-as-text.js";
import { button } from "./panel.js";
import type { Session } from "./session.js";

/** Play, pause, step, rewind, another seed. */
export function player(session: Session): HTMLElement {
  const play = button(
    () => "",
    () => (session.playing ? session.pause() : session.play()),
  );
  play.className = "main";
  const step = button(
    (texts) => texts.step,
    () => session.step(),
  );
  const rewind = button(
    (texts) => texts.rewind,
    () => session.rewind(),
  );
  const newSeed = button(
    (texts) => texts.newSeed,
    () => {
      const seed = crypto.getRandomValues(new Uint16Array(1))[0] as number;
      session.start({ ...session.setup, seed, skipped: 0 }, session.playing);
    },
  );
  let shown: boolean | undefined;
  const label = (): void => {
    if (session.playing === shown) return;
    shown = session.playing;
    play.textContent = shown ? words().pause : words().play;
    play.classList.toggle("playing", shown);
    step.disabled = shown;
  };
  say((texts) => {
    shown = undefined;
    label();
    rewind.title = texts.rewindHint;
    newSeed.title = texts.newSeedHint;
  });
  session.on("frame", label);
  session.on("program", label);
  return element("div", { className: "player row" }, play, step, rewind, newSeed);
}

/** Where the training stands, in numbers. */
export function readout(session: Session): HTMLElement {
  const list = element("dl", { className: "readout" });
  const rows: { value: HTMLElement; print: (frame: Frame) => string }[] = [];
  const row = (name: (words: Words) => string, print: (frame: Frame) => string): void => {
    const term = element("dt");
    const value = element("dd", {}, "–");
    say((texts) => {
      term.textContent = name(texts);
    });
    rows.push({ value, print });
    list.append(element("div", {}, term, value));
  };
  const optional = (value: number | undefined, print: (value: number) => string): string =>
    value === undefined || Number.isNaN(value) ? "–" : print(value);
  row(
    (texts) => texts.accuracy,
    ({ accuracy }) => optional(accuracy, percent),
  );
  row(
    (texts) => texts.testAccuracy,
    ({ testAccuracy }) => optional(testAccuracy, percent),
  );
  row(
    (texts) => texts.loss,
    ({ loss }) => optional(loss, (value) => decimal(value, 4)),
  );
  row(
    (texts) => texts.testLoss,
    ({ testLoss }) => optional(testLoss, (value) => decimal(value, 4)),
  );
  row(
    (texts) => texts.iteration,
    ({ iteration }) => whole(iteration),
  );
  row(
    (texts) => texts.rate,
    ({ iterationsPerSecond }) => whole(iterationsPerSecond),
  );
  row(
    (texts) => texts.learningRateNow,
    ({ learningRate }) => significant(learningRate),
  );
  session.on("draw", (frame) => {
    for (const { value, print } of rows) {
      const text = print(frame);
      if (value.textContent !== text) value.textContent = text;
    }
  });
  return list;
}

/** Says the accuracy to screen readers: when training pauses, and every ten seconds if it has changed. */
export function spokenProgress(session: Session): HTMLElement {
  const line = element("p", { className: "unseen", role: "status" });
  let last = 0;
  let playing = false;
  session.on("frame", (frame) => {
    const paused = playing && !frame.playing;
    playing = frame.playing;
    if (Number.isNaN(frame.accuracy) || (!paused && performance.now() - last < 10_000)) return;
    last = performance.now();
    const test = frame.testAccuracy;
    const text = words().progress(
      whole(frame.iteration),
      percent(frame.accuracy),
      test === undefined ? undefined : percent(test),
    );
    if (line.textContent !== text) line.textContent = text;
  });
  return line;
}
