import type { FileFormat } from "../messages.js";
import type { Guide } from "../page/guides.js";
import type { PresetId } from "../presets.js";
import type { DataSetup, ModelSetup, TrainingSetup } from "../setup.js";

/** The texts of the page. */
export interface Words extends Texts {
  readonly presets: Readonly<Record<PresetId, { readonly name: string; readonly why: string }>>;
  readonly dataKinds: Readonly<Record<DataSetup["kind"], string>>;
  readonly weights: Readonly<Partial<Record<ModelSetup["weights"], string>>>;
  readonly normalizations: Readonly<Partial<Record<ModelSetup["normalization"], string>>>;
  readonly optimizers: Readonly<Partial<Record<TrainingSetup["optimizer"], string>>>;
  readonly schedules: Readonly<Record<TrainingSetup["schedule"], string>>;
  readonly guides: Readonly<Record<Guide, string>>;
  readonly formats: Readonly<Record<FileFormat, string>>;
}

type Texts = { readonly [Key in keyof typeof texts]: Wide<(typeof texts)[Key]> };
type Wide<Text> = Text extends string ? string : Text;

const texts = {
  title: "spiralnet, live",
  tagline: "A small network learns to tell points of the plane apart. Every number can be seen and changed.",
  preset: "Example",
  ownSetup: "Your own setup",
  ownSetupWhy: "You changed something. The address of this page is a link to what you see.",
  language: "中文",
  dark: "Dark",
  light: "Light",
  copyLink: "Copy link",
  copied: "Copied",

  guidesLabel: "Guides",
  inEnglish: (name: string) => name,

  play: "Play",
  pause: "Pause",
  step: "One step",
  rewind: "Rewind",
  rewindHint: "Back to the same initial weights",
  newSeed: "New seed",
  newSeedHint: "Other points and other initial weights",
  lessMotion: "Your system asks for less motion, so training waits for you to press Play.",
  changedAt: (iteration: string) =>
    `Changed at iteration ${iteration}. Rewind to run this setup from the start, as its link does.`,
  iteration: "Iteration",
  rate: "Iterations a second",
  loss: "Loss",
  testLoss: "Test loss",
  accuracy: "Accuracy",
  testAccuracy: "Test accuracy",
  learningRateNow: "Learning rate now",
  progress: (iteration: string, accuracy: string, test: string | undefined) =>
    `Iteration ${iteration}: ${accuracy} of the points right${test === undefined ? "" : `, ${test} of the test points`}.`,
  stopped: (cure: string) => `Training stopped. ${cure}`,
  cures: {
    diverged:
      "A number grew beyond all bounds. Lower the learning rate or choose smaller initial weights, then rewind.",
    oneRow:
      "BatchNorm needs at least two points in each batch. Make the batches larger, or choose no normalization.",
    tooLargeForOnnx:
      "ONNX files hold float32 numbers, and a weight is too large for one. Rewind, and train with a lower learning rate.",
    noPoints: "There are no points to learn from. Add some, then press Play.",
  },
  close: "Close",
  link: {
    program: "The program in the link is damaged. It was not used.",
    tooLong: (length: number, most: number) =>
      `The link has ${length} characters; expected at most ${most}. It was not used.`,
    unknown: (part: string) => `The link says “${part}”, which means nothing here.`,
    twice: (key: string) => `The link says what ${key} is twice; the first is used.`,
    invalid: (key: string, text: string, expected: string) =>
      `The link says ${key}=${text}; expected ${expected}. It was not used.`,
    twoClasses: (kind: string, classes: number) => `The data set ${kind} has 2 classes, not ${classes}.`,
    missingClass: (label: number, most: number) =>
      `There are points of class ${label}; expected classes from 0 to ${most}. They were not used.`,
    language: (asked: string) => `The page does not speak “${asked}”; expected en or zh.`,
    number: (least: number, most: number) => `a number from ${least} to ${most}`,
    integer: (least: number, most: number) => `an integer from ${least} to ${most}`,
    choice: (names: string) => `one of ${names}`,
    points: (most: number, example: string, least: number, greatest: number) =>
      `at most ${most} points such as ${example} with coordinates from ${least} to ${greatest}`,
    layers: (most: number, example: string, least: number, greatest: number) =>
      `at most ${most} layers such as ${example}, each with units from ${least} to ${greatest}`,
  },

  planeHelp: "Arrow keys walk from point to point; Escape lets go.",
  planeHelpOwn:
    "Click adds a point, dragging moves one. Keys: arrows move the cursor (Shift: further), Enter adds a point or picks one up and puts it down, Delete removes it, 1 to 8 choose the class.",
  planeLabel: (points: number, classes: number) =>
    `Decision regions of the network with ${points} points of ${classes} classes`,
  filled: "filled: training",
  hollow: "hollow: test",
  classNamed: (label: number) => `Class ${label}`,
  cursorAt: (x: string, y: string) => `Cursor at ${x}, ${y}`,
  pointAt: (label: number, x: string, y: string) => `Point of class ${label} at ${x}, ${y}`,
  pointHeld: "picked up",

  curve: "Loss",
  curveLabel: (iteration: string, loss: string) => `Loss over iterations: ${loss} at iteration ${iteration}`,
  logScale: "Log scale",
  trainingLine: "training",
  testLine: "test",

  data: "Data",
  dataKind: "Points",
  classes: "Classes",
  pointsPerClass: "Points per class",
  noise: "Noise",
  testShare: "Kept for the test",
  seed: "Seed",
  network: "Network",
  hiddenLayers: "Hidden layers",
  noHidden: "None: a linear classifier.",
  unitsOfLayer: (layer: number) => `Units of layer ${layer}`,
  addLayer: "Add a layer",
  removeLayer: (layer: number) => `Remove layer ${layer}`,
  activation: "Activation",
  initialWeights: "Initial weights",
  deviation: "Standard deviation",
  normalization: "Normalization",
  dropout: "Dropout",
  training: "Training",
  trainingHint: "Changes at once, without a reset.",
  optimizer: "Optimizer",
  learningRate: "Learning rate",
  schedule: "Schedule",
  scheduleSteps: "Steps of the schedule",
  batchSize: "Batch size (0: all points)",
  l1: "L1 penalty",
  l2: "L2 penalty",
  mustBe: (least: string, most: string) => `Expected a number from ${least} to ${most}`,
  mustBeWhole: (least: string, most: string) => `Expected a whole number from ${least} to ${most}`,

  ownData: "Your own points",
  ownDataStart: "Edit these points",
  ownDataHint: "Takes the points of the plane over, to add to, drag and delete.",
  classToAdd: "Class of new points",
  clear: "Remove all points",
  csv: "CSV: x, y, class",
  csvHint: "Paste lines here, or drop a file on the plane.",
  csvUse: "Use these lines",
  csvDownload: "Download CSV",
  csvUnreadable: (name: string) =>
    `The browser can't read “${name}”; expected a file of lines such as 0.5, -0.2, 1`,
  ownPointsMost: (most: number) => `There are ${most} points, and there is no room for more.`,
  csvUsed: (points: number) => `${points} points taken.`,
  csvEmpty: "There are no rows. Expected lines such as 0.5, -0.2, 1",
  csvColumns: (row: number, found: number) => `Row ${row} has ${found} columns; expected 3: x, y, class.`,
  csvNumber: (row: number, column: string, text: string) =>
    `Row ${row}: ${column} is “${text}”; expected a number from −1000 to 1000.`,
  csvClass: (row: number) => `Row ${row} has no class; expected a name or a number.`,
  csvClasses: (found: number) => `There are ${found} classes; expected at most 8.`,
  csvPoints: (found: number) => `There are ${found} points; expected at most 1000.`,

  units: "Hidden units",
  unitsHint:
    "Each picture is one unit's activation over the plane: blue above 0, vermilion below. Point at one, or move to it by keyboard, to see it large.",
  unitsNone: "This network has no hidden units.",
  unitsOf: (layer: number) => `Hidden layer ${layer}`,
  unitNamed: (layer: number, unit: number) => `Hidden layer ${layer}, unit ${unit}`,

  numbers: "Weights and biases",
  numbersHint:
    "Rows are inputs, columns are units. Blue is positive, vermilion negative, full colour the largest.",
  numbersLabel: (name: string, rows: number, cols: number) => `${name}, ${rows} × ${cols}`,

  point: "One point by hand",
  pointHint: "Point at one in the plane, or walk to it with the arrow keys. A click keeps it.",
  pointTitle: "The point",
  pointSummary: (label: number, x: string, y: string) => `Class ${label} at (${x}, ${y})`,
  pointRead: (label: number, predicted: number, probability: string, loss: string) =>
    `Point of class ${label}. The network says ${predicted}; probability of the right class ${probability}, loss ${loss}.`,
  className: "class",
  score: "score",
  pointLoss: "Loss",
  batchNormNote: "μ and σ² are the running statistics.",
  layerNormNote: "μ and σ² are of the units of this layer, a bar is the mean over them.",
  dropoutNote: "Only training drops units.",
  layer: "Layer",
  forward: "Forward",
  back: "Back",
  byHand: "By hand, unit",
  byHandSteps: "The formulas of the unit, with its numbers",

  program: "The program",
  programHint:
    "TypeScript for exactly this setup. It runs in Node as it is and gives the same numbers, but for the last digits: browsers and Node round Math.log and Math.sin differently. Change it, run it here, and watch what it trains.",
  programEditor: "Program in TypeScript; Control and Enter run it, Escape stops it",
  programRun: "Run",
  programStop: "Stop",
  programReset: "Reset",
  programStates: {
    running: "Running",
    done: "Done",
    failed: "Failed",
    stopped: "Stopped",
  },
  programEdited:
    "You changed this text, so it no longer follows the controls. Reset takes the program that does.",
  programPicture: "Decision regions of the network that trains",
  programStands: (iteration: string, accuracy: string, loss: string) =>
    `Iteration ${iteration}: ${accuracy} right, loss ${loss}`,
  programFromLink:
    "This program comes from a link. Read it, then run it. Reset takes the program of the controls.",
  programOutput: "Output of the program",
  programMore: "... and more, which is not shown",
  programOutputEmpty: "What the program prints is shown here.",
  programLine: (line: number) => `Line ${line}`,
  programRefused: "This page's policy, or the browser, allows no worker that runs a program.",
  programShown: "You see what your program trains. Play goes back to the page's own run.",
  programBusy: "A running program has no time to answer. This is shown when it ends.",
  programGone: "The program was stopped and can't answer any more. Run it to its end to see this.",
  copy: "Copy",
  download: "Download",
  save: "Save the model",
  saveHint: "The weights as they are now.",
  licenses: "Licences of the packages in this page",
};

export const en: Words = {
  ...texts,
  presets: {
    caseStudy: {
      name: "The case study",
      why: "One hidden layer of 100 ReLU units bends the boundaries around the arms: 98 % and more of the points are right.",
    },
    linear: {
      name: "A linear classifier",
      why: "Without a hidden layer the boundaries are straight lines, and no training helps: about half of the points stay wrong.",
    },
    deepSigmoid: {
      name: "Deep and saturated",
      why: "Six layers of sigmoid units with large weights: almost every unit is at 0 or 1, where its slope vanishes. Nothing is left of the gradient in the first layers.",
    },
    highLearningRate: {
      name: "Learning rate too high",
      why: "Each step shoots past the minimum and makes the next gradient larger, until the numbers are no longer finite. The library stops and says so.",
    },
    overfitting: {
      name: "Overfitting",
      why: "A large network learns few noisy points by heart. The training loss falls on while the loss of the unseen points rises.",
    },
    overfittingCured: {
      name: "Overfitting, cured",
      why: "The same network and points with an L2 penalty: weights stay small, boundaries smooth, and the two losses together.",
    },
    xor: {
      name: "XOR",
      why: "Opposite corners belong together. No line can tell them apart; four hidden units can.",
    },
  },
  dataKinds: {
    spiral: "Spiral",
    moons: "Two moons",
    circles: "Two circles",
    blobs: "Blobs",
    xor: "XOR",
    own: "Your own",
  },
  weights: {},
  normalizations: { none: "None" },
  optimizers: { momentum: "SGD with momentum", Nesterov: "SGD, Nesterov" },
  schedules: {
    constant: "Constant",
    stepDecay: "Step decay",
    exponentialDecay: "Exponential decay",
    cosine: "Cosine",
    linearWarmup: "Linear warm-up",
    oneCycle: "One cycle",
  },
  guides: {
    home: "spiralnet",
    caseStudy: "The case study",
    parts: "How each part works",
    training: "Is it training?",
    gradients: "Checking gradients",
    gallery: "Gallery",
  },
  formats: { safetensors: "safetensors", json: "JSON", onnx: "ONNX" },
};
