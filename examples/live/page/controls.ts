import { CHOICES } from "../choices.js";
import { LIMITS } from "../limits.js";
import type { DataSetup, Setup } from "../setup.js";
import type { Words } from "../words/en.js";
import { element } from "./element.js";
import { choice, numeric, part, slider } from "./fields.js";
import { hiddenLayers } from "./hidden-layers.js";
import { say } from "./language.js";
import { decimal, percent } from "./numbers-as-text.js";
import type { Session } from "./session.js";

/** Every field of a setup, in three groups. */
export function controls(session: Session): HTMLElement {
  return element(
    "div",
    { className: "controls" },
    group((texts) => texts.data, ...dataFields(session)),
    group((texts) => texts.network, ...networkFields(session)),
    group((texts) => texts.training, ...trainingFields(session)),
  );
}

function dataFields(session: Session): HTMLElement[] {
  const made = ({ data }: Setup): boolean => data.kind !== "own";
  const kind = {
    get: ({ data }: Setup) => data.kind,
    set: (setup: Setup, next: DataSetup["kind"]) => ({
      ...setup,
      data: {
        ...setup.data,
        kind: next,
        classes: hasTwoClasses(next) ? 2 : setup.data.classes,
        // One's own points begin as those that are there.
        own: next === "own" ? session.ownPoints : [],
      },
    }),
  };
  const classes = Array.from({ length: 7 }, (_, i) => i + 2);
  const seed = {
    get: (setup: Setup) => setup.seed,
    set: (setup: Setup, next: number) => ({ ...setup, seed: next }),
  };
  return [
    choice(
      session,
      (texts) => texts.dataKind,
      kind,
      CHOICES.kind,
      (texts, name) => texts.dataKinds[name],
    ),
    choice(
      session,
      (texts) => texts.classes,
      part("data", "classes"),
      classes,
      (_, count) => String(count),
      ({ data }) => !hasTwoClasses(data.kind) && data.kind !== "own",
    ),
    numeric(
      session,
      (texts) => texts.pointsPerClass,
      part("data", "pointsPerClass"),
      LIMITS.pointsPerClass,
      1,
      made,
    ),
    slider(
      session,
      (texts) => texts.noise,
      part("data", "noise"),
      [0, 1],
      0.01,
      (x) => decimal(x, 2),
      made,
    ),
    slider(session, (texts) => texts.testShare, part("data", "testShare"), LIMITS.testShare, 0.05, share),
    numeric(session, (texts) => texts.seed, seed, LIMITS.seed, 1),
  ];
}

function networkFields(session: Session): HTMLElement[] {
  const hidden = ({ model }: Setup): boolean => model.hidden.length > 0;
  return [
    hiddenLayers(session),
    choice(
      session,
      (texts) => texts.activation,
      part("model", "activation"),
      CHOICES.activation,
      (_, name) => name,
      hidden,
    ),
    choice(
      session,
      (texts) => texts.initialWeights,
      part("model", "weights"),
      CHOICES.weights,
      (texts, name) => texts.weights[name] ?? name,
    ),
    numeric(
      session,
      (texts) => texts.deviation,
      part("model", "deviation"),
      LIMITS.deviation,
      "any",
      ({ model }) => model.weights === "normal",
    ),
    choice(
      session,
      (texts) => texts.normalization,
      part("model", "normalization"),
      CHOICES.normalization,
      (texts, name) => texts.normalizations[name] ?? name,
      hidden,
    ),
    slider(session, (texts) => texts.dropout, part("model", "dropout"), LIMITS.dropout, 0.05, share, hidden),
  ];
}

function trainingFields(session: Session): HTMLElement[] {
  const hint = element("p", { className: "hint" });
  say((texts) => {
    hint.textContent = texts.trainingHint;
  });
  return [
    hint,
    choice(
      session,
      (texts) => texts.optimizer,
      part("training", "optimizer"),
      CHOICES.optimizer,
      (texts, name) => texts.optimizers[name] ?? name,
    ),
    numeric(
      session,
      (texts) => texts.learningRate,
      part("training", "learningRate"),
      LIMITS.learningRate,
      "any",
    ),
    choice(
      session,
      (texts) => texts.schedule,
      part("training", "schedule"),
      CHOICES.schedule,
      (texts, name) => texts.schedules[name],
    ),
    numeric(
      session,
      (texts) => texts.scheduleSteps,
      part("training", "scheduleSteps"),
      LIMITS.scheduleSteps,
      1,
      ({ training }) => training.schedule !== "constant",
    ),
    numeric(session, (texts) => texts.batchSize, part("training", "batchSize"), LIMITS.batchSize, 1),
    numeric(session, (texts) => texts.l1, part("training", "l1"), LIMITS.l1, "any"),
    numeric(session, (texts) => texts.l2, part("training", "l2"), LIMITS.l2, "any"),
  ];
}

function group(name: (words: Words) => string, ...fields: HTMLElement[]): HTMLElement {
  const legend = element("legend");
  say((texts) => {
    legend.textContent = name(texts);
  });
  return element("fieldset", {}, legend, ...fields);
}

function hasTwoClasses(kind: DataSetup["kind"]): boolean {
  return kind === "moons" || kind === "circles" || kind === "xor";
}

function share(value: number): string {
  return percent(value).replace(".0", "");
}
