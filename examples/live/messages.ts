import type { DataSetup, Point, Setup, TrainingSetup } from "./setup.js";

/** A file that a trained model can be saved as. */
export type FileFormat = "safetensors" | "json" | "onnx";

/** What the page asks of its worker. */
export type Request =
  | { readonly kind: "start"; readonly setup: Setup; readonly playing: boolean }
  | { readonly kind: "play" }
  | { readonly kind: "pause" }
  | { readonly kind: "step" }
  // Back to the same initial weights.
  | { readonly kind: "rewind" }
  // Goes on with another optimizer, learning rate, penalty and so on.
  | { readonly kind: "change"; readonly training: TrainingSetup }
  // Goes on with other points of the same number of classes.
  | { readonly kind: "points"; readonly data: DataSetup }
  // What the page shows besides regions and curve, so that nothing is computed in vain.
  | {
      readonly kind: "show";
      readonly units: boolean;
      readonly parameters: boolean;
      readonly point: Point | undefined;
    }
  | { readonly kind: "save"; readonly format: FileFormat };

/** What the page shows besides regions and curve. */
export type Shown = Omit<Extract<Request, { kind: "show" }>, "kind">;

/** Decision regions on a square grid of the plane, row by row from the top left. */
export interface Regions {
  /** Cells of each side. */
  readonly size: number;
  /** The grid spans −extent to extent on both axes. */
  readonly extent: number;
  /** The class of each cell. */
  readonly classes: Uint8Array;
  /** The probability of that class, times 255. */
  readonly confidence: Uint8Array;
}

/** A hidden unit's activation over the plane, on a coarser grid in the same order. */
export interface UnitMap {
  readonly layer: number;
  readonly unit: number;
  readonly size: number;
  readonly values: Float32Array;
}

/** A parameter's numbers. */
export interface ParameterNumbers {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}

/** What one layer makes of the point, and the way back. */
export interface InspectedLayer {
  /** Such as `Dense(2 → 100)`. */
  readonly layer: string;
  readonly output: Float64Array;
  /** dL/d(output) */
  readonly gradient: Float64Array;
}

/** One point by hand, forward and back. */
export interface Inspection {
  readonly point: Point;
  readonly layers: readonly InspectedLayer[];
  readonly scores: Float64Array;
  readonly probabilities: Float64Array;
  readonly loss: number;
  /** dL/d(scores), p − 1(label) */
  readonly gradient: Float64Array;
}

/** A point of the loss curve. */
export interface CurvePoint {
  readonly iteration: number;
  /** Of the step's batch, with the penalty, before the step. */
  readonly loss: number;
  readonly testLoss: number | undefined;
}

/** Where the training stands; sent at most once for each picture that the page draws. */
export interface Frame {
  readonly kind: "frame";
  readonly playing: boolean;
  readonly iteration: number;
  readonly iterationsPerSecond: number;
  readonly learningRate: number;
  /** Of all training points, with the penalty, as `predict` sees them; NaN if there are no points. */
  readonly loss: number;
  readonly accuracy: number;
  /** Without a penalty; undefined if there are no test points. */
  readonly testLoss: number | undefined;
  readonly testAccuracy: number | undefined;
  /** What is new of the loss curve since the last frame; after a start or a rewind all of it. */
  readonly curve: readonly CurvePoint[];
  readonly regions: Regions;
  readonly units: readonly UnitMap[];
  readonly parameters: readonly ParameterNumbers[];
  readonly inspection: Inspection | undefined;
}

/** What the worker tells the page. */
export type Reply =
  | {
      readonly kind: "data";
      readonly training: readonly Point[];
      readonly test: readonly Point[];
      readonly extent: number;
      readonly classes: number;
    }
  | Frame
  // The library's error, with its cure. Training is paused; the frame before it has the last finite numbers.
  | { readonly kind: "error"; readonly name: string; readonly message: string }
  | { readonly kind: "saved"; readonly format: FileFormat; readonly bytes: Uint8Array };
