import { type GradientReport, gradientCheck, Matrix } from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

declare const x: Matrix<5, 3>;
declare const other: Matrix<5, 4>;
declare const unknown: Matrix;

describe("gradientCheck.of", () => {
  test("gives f a matrix of the shape of x, and takes dx of that shape", () => {
    const report = gradientCheck.of(
      (at) => {
        expectTypeOf(at).toEqualTypeOf<Matrix<5, 3>>();
        return at.sum();
      },
      x,
      Matrix.full(5, 3, 1),
    );
    expectTypeOf(report).toEqualTypeOf<GradientReport>();
  });

  test("takes functions of any matrix, or of nothing", () => {
    const square = (at: Matrix) => at.multiply(at);
    expectTypeOf(gradientCheck.of(square, x, x)).toEqualTypeOf<GradientReport>();
    expectTypeOf(gradientCheck.of(() => 5, x, x)).toEqualTypeOf<GradientReport>();
  });

  test("takes a dx of a shape known only at run time", () => {
    expectTypeOf(gradientCheck.of(() => 5, x, unknown)).toEqualTypeOf<GradientReport>();
    expectTypeOf(gradientCheck.of(() => 5, unknown, x)).toEqualTypeOf<GradientReport>();
  });

  test("does not compile with a dx of another shape, or a function of something else", () => {
    // @ts-expect-error x has 3 columns, dx has 4
    gradientCheck.of(() => 5, x, other);
    // @ts-expect-error f returns an object
    gradientCheck.of(() => ({ loss: 5, gradient: x }), x, x);
    // @ts-expect-error f takes matrices with 4 columns
    gradientCheck.of((at: Matrix<5, 4>) => at.sum(), x, x);
    // @ts-expect-error an option for layers
    gradientCheck.of(() => 5, x, x, { inputGradient: false });
  });
});
