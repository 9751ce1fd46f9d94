import { DivergedError, fit, train } from "spiralnet";
import { describe, expect, test } from "vitest";
import { crafted } from "./support/crafted.js";
import { numbersOf } from "./support/numbers.js";

const CURVE = [5, 3, 4, 2, 2, 3, 6, 1];

/** The parameter, which is 1 more than the last epoch, and the running state, which is the same. */
const stateOf = ({ model }: ReturnType<typeof crafted>) => [numbersOf(model)[0]?.[0], model.passes.get(0, 0)];

test("isBest says when the loss on the validation data is lower than ever before", () => {
  const { options } = crafted(CURVE);
  const best = Array.from(train(options), ({ epochEnd }) => epochEnd?.isBest);
  expect(best).toEqual([true, true, false, true, false, false, false, true]);
});

describe("keepBest leaves the parameters and the running state of the best epoch", () => {
  test("when all epochs are done", () => {
    const made = crafted(CURVE.slice(0, 7));
    expect(fit({ ...made.options, keepBest: true }).validationLoss).toEqual([5, 3, 4, 2, 2, 3, 6]);
    expect(stateOf(made)).toEqual([4, 4]); // the first of the two epochs with loss 2
  });

  test("when patience has run out", () => {
    const made = crafted(CURVE);
    const history = fit({ ...made.options, keepBest: true, patience: 2 });
    expect(history.validationLoss).toEqual([5, 3, 4, 2, 2, 3]);
    expect(stateOf(made)).toEqual([4, 4]);
  });

  test("when the loop breaks off", () => {
    const made = crafted(CURVE);
    for (const { epoch } of train({ ...made.options, keepBest: true })) if (epoch === 2) break;
    expect(stateOf(made)).toEqual([2, 2]);
  });

  test("when the loop throws", () => {
    const made = crafted(CURVE);
    const mine = new Error("mine");
    const loop = () => {
      for (const { epoch } of train({ ...made.options, keepBest: true })) if (epoch === 2) throw mine;
    };
    expect(loop).toThrow(mine);
    expect(stateOf(made)).toEqual([2, 2]);
  });

  test("when the training diverges", () => {
    const made = crafted(CURVE.with(2, Number.POSITIVE_INFINITY));
    expect(() => fit({ ...made.options, keepBest: true })).toThrow(DivergedError);
    expect(stateOf(made)).toEqual([2, 2]);
  });

  test("while steps go on from the last ones", () => {
    const made = crafted(CURVE);
    const seen = Array.from(train({ ...made.options, keepBest: true }), () => stateOf(made)[0]);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(stateOf(made)).toEqual([8, 8]);
  });

  test("unless no epoch has ended", () => {
    const made = crafted(CURVE);
    train({ ...made.options, keepBest: true }).return();
    expect(stateOf(made)).toEqual([0, 0]);
  });
});

test("without keepBest the parameters are those of the last step", () => {
  const made = crafted(CURVE.slice(0, 7));
  fit(made.options);
  expect(stateOf(made)).toEqual([7, 7]);
});

test.each([
  [1, 3],
  [2, 6],
  [3, 7],
  [4, 8],
  [Number.POSITIVE_INFINITY, 8],
  [undefined, 8],
])("a patience of %s ends the training after %s epochs", (patience, epochs) => {
  const { options } = crafted(CURVE);
  expect([...train({ ...options, patience })]).toHaveLength(epochs);
  const { options: same } = crafted(CURVE);
  expect(fit({ ...same, patience }).validationLoss).toEqual(CURVE.slice(0, epochs));
});
