import { Matrix, type Optimizer, type RandomState, type Sequential } from "spiralnet";

/** The parts of a run that its steps change. */
export interface Changing {
  readonly model: Sequential<2>;
  readonly optimizer: Optimizer;
  readonly random: RandomState;
}

/** Remembers all numbers of a run, and returns a function that puts them back. */
export function snapshot({ model, optimizer, random }: Changing): () => void {
  const { steps } = optimizer;
  const state = random.getState();
  const numbers = [
    ...model.parameters.map(({ value }) => value.data),
    ...Object.values(model.state).flatMap((item) => (item instanceof Matrix ? [item.data] : [])),
    ...Object.values(optimizer.state).map(({ data }) => data),
  ];
  const copies = numbers.map((data) => data.slice());
  return () => {
    copies.forEach((copy, i) => {
      numbers[i]?.set(copy);
    });
    optimizer.steps = steps;
    random.setState(state);
  };
}
