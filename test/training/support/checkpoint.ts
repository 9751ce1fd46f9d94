import { type Layer, Matrix, type Optimizer, type Progress, type RandomState } from "spiralnet";

/** All that a training changes. */
export interface Changed {
  readonly model: Layer;
  readonly optimizer: Optimizer;
  /** Generators that are not among the model's state. */
  readonly generators: readonly RandomState[];
}

/** Copies of all that a training has changed, and where it stands, as a checkpoint holds them. */
export function checkpointOf({ model, optimizer, generators }: Changed, progress: Progress) {
  const copies = structuredClone({
    parameters: model.parameters.map(({ value }) => value.data),
    state: Object.values(model.state).map((item) => (item instanceof Matrix ? item.data : item.getState())),
    slots: Object.values(optimizer.state).map(({ data }) => data),
    steps: optimizer.steps,
    generators: generators.map((random) => random.getState()),
  });
  return { ...copies, progress: throughJSON(progress) as Progress };
}

/** Puts a checkpoint into other objects, and returns where the training stands. */
export function restored(
  { model, optimizer, generators }: Changed,
  checkpoint: ReturnType<typeof checkpointOf>,
): Progress {
  for (const [i, { value }] of model.parameters.entries()) {
    value.data.set(checkpoint.parameters[i] as Float64Array);
  }
  for (const [i, item] of Object.values(model.state).entries()) {
    const saved = checkpoint.state[i];
    if (item instanceof Matrix) item.data.set(saved as Float64Array);
    else item.setState(saved as ReturnType<RandomState["getState"]>);
  }
  for (const [i, { data }] of Object.values(optimizer.state).entries()) {
    data.set(checkpoint.slots[i] as Float64Array);
  }
  optimizer.steps = checkpoint.steps;
  for (const [i, random] of generators.entries()) {
    random.setState(checkpoint.generators[i] as ReturnType<RandomState["getState"]>);
  }
  return checkpoint.progress;
}

/** A copy by way of JSON, in which matrices are matrices again. */
function throughJSON(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part?.rows === "number" && Array.isArray(part.data) ? Matrix.fromJSON(part) : part,
  );
}
