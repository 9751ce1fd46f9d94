import { inspect } from "./inspect.js";
import type { Frame, ParameterNumbers, Shown } from "./messages.js";
import { extentOf } from "./points.js";
import { regionsOf } from "./regions.js";
import type { Run } from "./run.js";
import { unitMapsOf } from "./unit-maps.js";

/** How fast a run is, and how much work to put into its frame. */
export interface Playing {
  readonly playing: boolean;
  readonly iterationsPerSecond: number;
  readonly detail: number;
}

/** What a frame is made of: the page's own run, or the training of a program. */
export type Training = Pick<Run, "iteration" | "learningRate" | "measure" | "takeCurve"> & {
  readonly parts: Pick<Run["parts"], "model" | "training" | "test">;
};

/** Where a training stands. */
export function frameOf(
  run: Training,
  shown: Shown,
  { playing, iterationsPerSecond, detail }: Playing,
): Frame {
  const { model } = run.parts;
  const extent = extentOf(run.parts);
  // Whatever may throw comes before the curve is taken, which would be lost.
  const frame = {
    kind: "frame",
    playing,
    iteration: run.iteration,
    iterationsPerSecond,
    learningRate: run.learningRate,
    ...run.measure(),
    regions: regionsOf(model, extent, detail),
    units: shown.units ? unitMapsOf(model, extent, detail) : [],
    parameters: shown.parameters ? model.parameters.map(numbersOf) : [],
    inspection: shown.point && inspect(model, shown.point),
  } as const;
  return { ...frame, curve: run.takeCurve() };
}

function numbersOf({ name, value }: Run["parts"]["model"]["parameters"][number]): ParameterNumbers {
  return { name, rows: value.rows, cols: value.cols, values: value.data.slice() };
}

/** The memory of a frame's arrays, which the page can have without a copy. */
export function buffersOf({ regions, units, parameters, inspection }: Frame): ArrayBuffer[] {
  const arrays = [
    regions.classes,
    regions.confidence,
    ...units.map(({ values }) => values),
    ...parameters.map(({ values }) => values),
    ...(inspection ? [inspection.scores, inspection.probabilities, inspection.gradient] : []),
    ...(inspection?.layers.flatMap(({ output, gradient }) => [output, gradient]) ?? []),
  ];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
