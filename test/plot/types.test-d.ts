import { Dense, Matrix, ReLU, sequential, spiral } from "spiralnet";
import {
  type DecisionRegionsOptions,
  decisionRegions,
  type LossCurveOptions,
  lossCurve,
  type PointsOptions,
  scatter,
} from "spiralnet/plot";
import { expectTypeOf, test } from "vitest";

declare const n: number;
const data = spiral({ classes: 3, pointsPerClass: 5 });

test("scatter takes points with two columns, or with a number of columns known at run time", () => {
  expectTypeOf(scatter(data)).toEqualTypeOf<string>();
  scatter({ x: Matrix.zeros(5, 2), y: [0, 1, 0, 1, 0] });
  scatter({ x: Matrix.zeros(n, n), y: new Uint8Array(5) });
  // @ts-expect-error x has 3 columns, a point in a plane has 2
  scatter({ x: Matrix.zeros(5, 3), y: [0, 1, 0, 1, 0] });
  // @ts-expect-error an unknown option
  scatter(data, { colours: [] });
});

test("decisionRegions takes models and functions of points with two columns", () => {
  decisionRegions(sequential(new Dense(2, 10), new ReLU(), new Dense(10, 3)), data);
  decisionRegions(new Dense(2, 3), data);
  decisionRegions((x) => {
    expectTypeOf(x).toEqualTypeOf<Matrix<number, 2>>();
    return x;
  }, data);
  decisionRegions(sequential(new Dense(n, n)), data);
  // @ts-expect-error the model takes 4 columns
  decisionRegions(sequential(new Dense(4, 3)), data);
  // @ts-expect-error an array is not a matrix
  decisionRegions(() => [1, 2], data);
});

test("every option may be undefined", () => {
  type AllUndefined<Options> = { [Key in keyof Options]-?: undefined };
  expectTypeOf<AllUndefined<PointsOptions>>().toExtend<PointsOptions>();
  expectTypeOf<AllUndefined<DecisionRegionsOptions>>().toExtend<DecisionRegionsOptions>();
  expectTypeOf<AllUndefined<LossCurveOptions>>().toExtend<LossCurveOptions>();
});

test("lossCurve takes losses with or without iterations, one curve or several", () => {
  lossCurve([1, 2]);
  lossCurve(new Float32Array(3));
  lossCurve([{ iteration: 1, loss: 2 }]);
  lossCurve({ training: [1], validation: [{ iteration: 0, loss: 3 }] }, { scale: "log" });
  // @ts-expect-error an entry without a loss
  lossCurve([{ iteration: 1 }]);
});
