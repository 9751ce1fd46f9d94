import {
  BatchNorm,
  type Computed,
  Dense,
  Dropout,
  Embedding,
  Layer,
  Matrix,
  type Parameter,
  type Pass,
  parameter,
  RandomState,
  ReLU,
  Tanh,
} from "spiralnet";
import { checkLayer, type LayerFunctions, type LayerMaker } from "spiralnet/check";
import { describe, expect, test } from "vitest";
import { affine, batchNorm, dropout, relu } from "./support/course-layers.js";

const dense: LayerMaker = (inputs, outputs) => new Dense(inputs, outputs);

interface Cache {
  readonly x: Matrix;
  readonly w: Matrix;
}

/** The course's affine layer whose results are changed. */
function withForward(
  change: (out: Matrix, x: Matrix, w: Matrix, b: Matrix) => unknown,
): LayerFunctions<Cache> {
  const forward = (x: Matrix, w: Matrix, b: Matrix) => change(affine.forward(x, w, b)[0], x, w, b);
  return { ...affine, forward } as LayerFunctions<Cache>;
}

function withBackward(
  change: (gradients: readonly [dx: Matrix, dw: Matrix, db: Matrix], dout: Matrix, cache: Cache) => unknown,
): LayerFunctions<Cache> {
  const backward = (dout: Matrix, cache: Cache) => {
    return change(affine.backward(dout, cache) as [Matrix, Matrix, Matrix], dout, cache);
  };
  return { ...affine, backward } as LayerFunctions<Cache>;
}

const unfinished = () => {
  throw new Error("not yet");
};

describe("functions that should be like Dense", () => {
  test.each<[string, LayerFunctions<Cache>, string, string]>([
    ["forward throws", withForward(unfinished), "error", "forward throws Error: not yet"],
    ["backward throws", withBackward(unfinished), "error", "backward throws Error: not yet"],
    [
      "forward returns nothing",
      withForward(() => undefined),
      "kind",
      "what forward returns is undefined; expected [out, cache]",
    ],
    [
      "forward returns out alone",
      withForward((out) => out),
      "kind",
      "what forward returns is an object of type Matrix; expected [out, cache]",
    ],
    [
      "forward returns rows for a matrix",
      withForward((out, x, w) => [out.toArray(), { x, w }]),
      "kind",
      "the out that forward returns is an array of length 1; expected a Matrix",
    ],
    [
      "backward returns too little",
      withBackward(([dx, dw]) => [dx, dw]),
      "kind",
      "what backward returns is an array of length 2; expected [dx, dweights, dbiases]",
    ],
    [
      "backward returns an object",
      withBackward(([dx, dw, db]) => ({ dx, dw, db })),
      "kind",
      "what backward returns is an object of type Object; expected [dx, dweights, dbiases]",
    ],
    [
      "backward returns a number",
      withBackward(([dx, dw, db]) => [dx, dw, db.sum()]),
      "kind",
      "dbiases of what backward returns is 0; expected a Matrix",
    ],
    [
      "y is transposed",
      withForward((out, x, w) => [out.transpose(), { x, w }]),
      "shape",
      "y is 2 x 1; expected 1 x 2",
    ],
    [
      "the bias is missing",
      withForward((_, x, w) => [x.matmul(w), { x, w }]),
      "result",
      "y differs from that of Dense: it is 0; expected 1",
    ],
    [
      "forward writes to x",
      withForward((out, x, w) => [out, { x: x.copy(), w, rest: x.multiplyInPlace(2) }]),
      "argument-written",
      "x is written to: it is 2; expected 1 as before. Make a new matrix instead",
    ],
    [
      "forward changes a parameter",
      withForward((out, x, w, b) => [out, { x, w, rest: b.addInPlace(1) }]),
      "parameter-changed",
      "biases (in forward) is written to: it is 1; expected 0 as before",
    ],
    [
      "dL/dx has the wrong sign",
      withBackward(([dx, dw, db]) => [dx.negate(), dw, db]),
      "input-gradient",
      "dL/dx differs from that of Dense: it is -1; expected 1",
    ],
    [
      "dL/dW is a mean",
      withBackward(([dx, dw, db], dout) => [dx, dw.divide(dout.rows), db]),
      "gradient",
      "the gradient of weights differs from that of Dense: it is 1; expected 2",
    ],
    [
      "dL/db has as many rows as x",
      withBackward(([dx, dw], dout) => [dx, dw, dout]),
      "shape",
      "the gradient of biases is 2 x 1; expected 1 x 1",
    ],
    [
      "backward writes to dL/dy",
      withBackward((gradients, dout) => {
        dout.multiplyInPlace(0);
        return gradients;
      }),
      "argument-written",
      "dL/dy is written to: it is 0; expected 1 as before",
    ],
    [
      "backward takes a step",
      withBackward((gradients, _, { w }) => {
        w.subtractInPlace(gradients[1]);
        return gradients;
      }),
      "parameter-changed",
      "weights (in backward) is written to",
    ],
    [
      "predict lacks the bias",
      { ...affine, predict: (x, w) => x.matmul(w as Matrix) },
      "predict",
      "what predict returns differs from that of Dense: it is 0; expected 1",
    ],
    [
      "predict returns nothing",
      { ...affine, predict: () => undefined as never },
      "kind",
      "what predict returns is undefined",
    ],
    ["predict throws", { ...affine, predict: unfinished }, "error", "predict throws Error: not yet"],
  ])("%s", (_, mine, what, message) => {
    const report = checkLayer(mine, { like: dense });
    expect(report.difference?.message).toContain(message);
    expect(report.difference?.what).toBe(what);
    expect(report).toMatchObject({ passed: false, runs: 1, like: "Dense", check: "checkLayer" });
  });

  test("that return the same matrix in each pass", () => {
    const results = new Map<string, Matrix>();
    const mine = withForward((out, x, w) => {
      const kept = results.get(String(out.shape)) ?? out;
      results.set(String(out.shape), kept);
      return [kept.assignInPlace(out), { x, w }];
    });
    const { difference, input } = checkLayer(mine, { like: dense });
    expect(difference?.what).toBe("overwritten");
    expect(difference?.message).toMatch(/^y is overwritten by a later call: .* as before/);
    expect(Object.keys(input)).toContain("other x");
  });

  test("that return the same gradient in each pass", () => {
    const results = new Map<string, Matrix>();
    const mine = withBackward(([dx, dw, db]) => {
      const kept = results.get(String(dw.shape)) ?? dw;
      results.set(String(dw.shape), kept);
      return [dx, kept.assignInPlace(dw), db];
    });
    const { difference } = checkLayer(mine, { like: dense });
    expect(difference?.what).toBe("overwritten");
    expect(difference?.message).toMatch(
      /^the gradient of weights is overwritten by a later call: .* as before/,
    );
  });

  test("that keep x outside of the cache", () => {
    let last: Cache | undefined;
    const mine: LayerFunctions = {
      forward(x, w, b) {
        last = { x, w: w as Matrix };
        return affine.forward(x, w as Matrix, b as Matrix);
      },
      backward: (dout) => affine.backward(dout, last as Cache),
    };
    const { difference } = checkLayer(mine, { like: dense });
    expect(difference?.what).toBe("reused");
    expect(difference?.message).toMatch(/^the gradient of weights is wrong if a model runs it twice: /);
  });

  test("that sum gradients from pass to pass", () => {
    const sums = new Map<string, Matrix>();
    const mine = withBackward(([dx, dw, db]) => {
      const sum = sums.get(String(dw.shape))?.add(dw) ?? dw;
      sums.set(String(dw.shape), sum);
      return [dx, sum, db];
    });
    // The first pass is right, and the second of the same input is not.
    const { difference } = checkLayer(mine, { like: dense });
    expect(difference?.what).toBe("passes-differ");
    expect(difference?.message).toMatch(/^the gradient of weights changes if the same input goes in again: /);
  });
});

/** A fully connected layer as a class; mistaken ones change a part. */
class Affine extends Layer {
  override readonly inputs: number;
  override readonly outputs: number;
  override readonly parameters: readonly Parameter[];

  constructor(inputs: number, outputs: number) {
    super();
    this.inputs = inputs;
    this.outputs = outputs;
    this.parameters = this.parametersFor(inputs, outputs);
  }

  protected parametersFor(inputs: number, outputs: number): Parameter[] {
    return [
      parameter("W", Matrix.zeros(inputs, outputs), "weight"),
      parameter("b", Matrix.zeros(1, outputs), "bias"),
    ];
  }

  protected override compute(x: Matrix, _pass: Pass): Computed {
    const [W, b] = this.parameters as [Parameter, Parameter];
    return {
      y: x.matmul(W.value).add(b.value),
      back: (G) => {
        this.take(W.gradient, x.transpose().matmul(G));
        this.take(b.gradient, G.sum(0));
        return G.matmul(W.value.transpose());
      },
    };
  }

  protected take(gradient: Matrix, value: Matrix): void {
    gradient.addInPlace(value);
  }
}

class Unfinished extends Affine {
  protected override compute(): Computed {
    return undefined as never;
  }
}

class Thrower extends Affine {
  constructor(inputs: number, outputs: number) {
    super(inputs, outputs);
    throw new Error("not yet");
  }
}

class Transposed extends Affine {
  protected override parametersFor(inputs: number, outputs: number): Parameter[] {
    return [
      parameter("W", Matrix.zeros(outputs, inputs), "weight"),
      parameter("b", Matrix.zeros(1, outputs), "bias"),
    ];
  }
}

class WithMore extends Affine {
  protected override parametersFor(inputs: number, outputs: number): Parameter[] {
    return [...super.parametersFor(inputs, outputs), parameter("c", Matrix.zeros(1, 1), "bias")];
  }
}

class Overwriting extends Affine {
  protected override take(gradient: Matrix, value: Matrix): void {
    gradient.assignInPlace(value);
  }
}

class WritingX extends Affine {
  protected override compute(x: Matrix, pass: Pass): Computed {
    const { y, back } = super.compute(x.copy(), pass);
    x.multiplyInPlace(0);
    return { y, back };
  }
}

class WrongInPredict extends Affine {
  protected override compute(x: Matrix, pass: Pass): Computed {
    const { y, back } = super.compute(x, pass);
    return { y: pass.training ? y : y.multiply(2), back };
  }
}

class KeepingX extends Affine {
  private kept: Matrix | undefined;

  protected override compute(x: Matrix, pass: Pass): Computed {
    this.kept = x.copy();
    const { y } = super.compute(x, pass);
    return { y, back: (G) => super.compute(this.kept as Matrix, pass).back(G, true) };
  }
}

const mistaken: [string, LayerMaker, string, string][] = [
  [
    "compute returns nothing",
    (inputs, outputs) => new Unfinished(inputs, outputs),
    "error",
    "forward throws TypeError: Unfinished.compute: what it returned is undefined; expected an object with y and back",
  ],
  [
    "the constructor throws",
    (inputs, outputs) => new Thrower(inputs, outputs),
    "error",
    "it throws Error: not yet",
  ],
  [
    "a parameter has another shape",
    (inputs, outputs) => new Transposed(inputs, outputs),
    "parameter",
    "the list of its parameters is W (2 x 1), b (1 x 2); expected weights (1 x 2), biases (1 x 2)",
  ],
  [
    "there is one parameter more",
    (inputs, outputs) => new WithMore(inputs, outputs),
    "parameter",
    "the list of its parameters is W (1 x 1), b (1 x 1), c (1 x 1); expected weights (1 x 1), biases (1 x 1)",
  ],
  [
    "back overwrites gradients",
    (inputs, outputs) => new Overwriting(inputs, outputs),
    "reused",
    "the gradient of weights is wrong if a model runs it twice: it is ",
  ],
  [
    "compute writes to x",
    (inputs, outputs) => new WritingX(inputs, outputs),
    "argument-written",
    "x is written to: it is 0; expected 1 as before",
  ],
  [
    "predict is another function",
    (inputs, outputs) => new WrongInPredict(inputs, outputs),
    "predict",
    "what predict returns differs from that of Dense: it is 2; expected 1",
  ],
  [
    "a pass is kept in a field",
    (inputs, outputs) => new KeepingX(inputs, outputs),
    "reused",
    "the gradient of weights is wrong if a model runs it twice: it is ",
  ],
];

describe("a class that should be like Dense, in which", () => {
  test.each(mistaken)("%s", (_, mine, what, message) => {
    const report = checkLayer(mine, { like: dense });
    expect(report.difference?.message).toContain(message);
    expect(report.difference?.what).toBe(what);
  });

  test("a right one passes", () => {
    expect(checkLayer((inputs, outputs) => new Affine(inputs, outputs), { like: dense }).passed).toBe(true);
  });
});

/** Multiplies each column; takes any width, and repeats a single column. */
class Factors extends Layer {
  override readonly parameters = [parameter("scale", Matrix.full(1, 3, 1), "bias")] as const;

  protected override compute(x: Matrix): Computed {
    const [{ value, gradient }] = this.parameters;
    return {
      y: x.multiply(value),
      back(G) {
        gradient.addInPlace(G.multiply(x).sum(0));
        return G.multiply(value);
      },
    };
  }
}

class CheckedFactors extends Factors {
  override readonly inputs = 3;
}

describe("an error that is missing", () => {
  test("is told of a class", () => {
    const report = checkLayer(new Factors(), { like: new CheckedFactors() });
    expect(report.difference).toMatchObject({ what: "missing-error", actual: "no error" });
    expect(report.difference?.message).toMatch(
      /^it takes what CheckedFactors refuses; expected an error such as ShapeError: /,
    );
  });

  test("is not told if nobody asks", () => {
    expect(checkLayer(new Factors(), { like: new CheckedFactors(), errors: false }).passed).toBe(true);
  });
});

/** Batch normalization whose running means move ten times as fast. */
class Hasty extends BatchNorm {
  protected override compute(x: Matrix, pass: Pass): Computed {
    const computed = super.compute(x, pass);
    if (pass.training) this.means.assignInPlace(x.mean(0));
    return computed;
  }
}

/** Batch normalization that keeps its running means for itself. */
class Secretive extends BatchNorm {
  override readonly state = { variances: this.variances } as never;
}

describe("state", () => {
  test("that differs is named", () => {
    const { difference } = checkLayer((width) => new Hasty(width), { like: (width) => new BatchNorm(width) });
    expect(difference?.what).toBe("state");
    expect(difference?.message).toMatch(/^the state means differs from that of BatchNorm: it is /);
  });

  test("that is missing is named", () => {
    const { difference } = checkLayer((width) => new Secretive(width), {
      like: (width) => new BatchNorm(width),
    });
    expect(difference?.message).toContain(
      "its state is variances (1 x 1); expected means (1 x 1), variances (1 x 1)",
    );
  });

  test("of functions is that of earlier passes unless they are made anew: predict is left out then", () => {
    const like: LayerMaker = (width) => new BatchNorm(width);
    const wrong = () => ({ ...batchNorm(), predict: (x: Matrix) => x });
    expect(checkLayer(wrong, { like }).difference?.what).toBe("predict");
    expect(checkLayer(wrong(), { like: new BatchNorm(3) }).passed).toBe(true);
  });
});

/** Dropout that draws with `draw`. */
class Drawing extends Dropout {
  constructor(private readonly draw: (random: RandomState, x: Matrix) => Matrix) {
    super(0.5);
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    if (!pass.training) return { y: x, back: (G) => G };
    const mask = this.draw(this.state.random, x).less(0.5).multiply(2);
    return { y: x.multiply(mask), back: (G) => G.multiply(mask) };
  }
}

describe("a layer that draws", () => {
  const like = () => new Dropout(0.5);

  test("passes with the same draws", () => {
    expect(checkLayer(() => new Drawing((random, x) => random.rand(x.rows, x.cols)), { like }).passed).toBe(
      true,
    );
  });

  test("one number for each row", () => {
    const mine = () => new Drawing((random, x) => Matrix.zeros(x.rows, x.cols).add(random.rand(x.rows, 1)));
    const { difference } = checkLayer(mine, { like });
    expect(difference?.what).toBe("result");
    expect(difference?.message).toContain("Draw as many random numbers in the same order");
  });

  test("one number more than it needs", () => {
    const mine = () => {
      return new Drawing((random, x) => {
        const numbers = random.rand(x.rows, x.cols);
        random.rand();
        return numbers;
      });
    };
    const { difference } = checkLayer(mine, { like });
    expect(difference?.what).toBe("draws");
    expect(difference?.message).toMatch(/^the next number from random differs from that of Dropout: /);
  });

  test("in another order", () => {
    const mine = () => new Drawing((random, x) => random.rand(x.cols, x.rows).transpose());
    const { difference } = checkLayer(mine, { like });
    expect(difference?.what).toBe("result");
    expect(difference?.message).toContain("Draw as many random numbers in the same order");
  });

  test("from a generator that is not in its state", () => {
    const random = new RandomState(0);
    const mine = () => new Drawing((_, x) => random.rand(x.rows, x.cols));
    expect(checkLayer(mine, { like }).difference?.what).toBe("passes-differ");
    const functions = checkLayer(dropout(0.5, 1), { like });
    expect(functions.difference?.what).toBe("passes-differ");
    expect(functions.difference?.message).toContain("pass a function that makes the layer anew");
    const otherSeed = checkLayer(() => dropout(0.5, 1), {
      like: () => new Dropout(0.5, { random: new RandomState(2) }),
    });
    expect(otherSeed.difference?.message).toMatch(
      /^y differs from that of Dropout: .* from a generator in `state` or one of the same seed$/,
    );
  });
});

/** Adds twice the gradient. */
class DoubledEmbedding extends Embedding {
  protected override compute(x: Matrix, pass: Pass): Computed {
    const { y, back } = super.compute(x, pass);
    return { y, back: (G, needed) => back(G.multiply(2), needed) };
  }
}

test("a wrong gradient of a layer that takes indices is found", () => {
  const { difference } = checkLayer((_, width) => new DoubledEmbedding(4, width), {
    like: (_, width) => new Embedding(4, width),
  });
  expect(difference).toMatchObject({ what: "gradient", actual: 2, expected: 1 });
});

/** Has its formulas in the wrong method. */
class Overriding extends Affine {
  override readonly name = "Overriding";
  override forward(x: never): never {
    return x;
  }
}

test("a class that overrides a method is told by its name", () => {
  const { difference } = checkLayer((inputs, outputs) => new Overriding(inputs, outputs), { like: dense });
  expect(difference?.message).toBe(
    "it throws TypeError: Overriding overrides forward; expected its formulas in compute alone",
  );
});

describe("special numbers find what random ones do not", () => {
  test("a single row, which loses its mean", () => {
    const mine: LayerFunctions<Cache> = withForward((out, x, w) => [
      x.rows === 1 ? out.multiply(0) : out,
      { x, w },
    ]);
    const { input, runs } = checkLayer(mine, { like: dense });
    const { x } = input;
    expect(x?.rows).toBe(1);
    expect(runs).toBeGreaterThan(1);
  });

  test("large numbers, which overflow", () => {
    const tanh: LayerFunctions<Matrix> = {
      forward(x) {
        const [up, down] = [x.exp(), x.negate().exp()];
        const out = up.subtract(down).divide(up.add(down));
        return [out, out];
      },
      backward: (dout, out) => [dout.multiply(out.pow(2).negate().add(1))],
    };
    const report = checkLayer(tanh, { like: () => new Tanh() });
    expect(report.difference?.what).toBe("result");
    expect(report.difference?.message).toMatch(
      /^y differs from that of Tanh: it is NaN; expected -?1. An exponential of a large number/,
    );
  });

  test("zeros, where a slope of NaN is no slope between those of both sides", () => {
    const mine: LayerFunctions<Matrix> = {
      ...relu,
      backward: (dout, x) => [dout.multiply(x.maximum(0)).divide(x)],
    };
    const report = checkLayer(mine, { like: () => new ReLU() });
    expect(report.difference).toMatchObject({ what: "input-gradient", expected: 0 });
    expect(report.difference?.actual).toBeNaN();
  });
});
