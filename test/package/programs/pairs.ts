/** A program that must not compile, the compiler's message, and the same program without the mistake. */
export interface Pair {
  readonly title: string;
  readonly wrong: string;
  readonly message: string;
  readonly right: string;
}

const chain = (width: number) => `sequential(new Dense(2, 100), new ReLU(), new Dense(${width}, 3));`;

export const pairs: readonly Pair[] = [
  {
    title: "a product of matrices that do not fit",
    wrong: "Matrix.zeros(300, 2).matmul(Matrix.zeros(64, 3));",
    message: "left has 2 columns, right has 64 rows",
    right: "Matrix.zeros(300, 2).matmul(Matrix.zeros(2, 3));",
  },
  {
    title: "a product declared with the wrong dimensions",
    wrong: "const y: Matrix<300, 4> = Matrix.zeros(300, 2).matmul(Matrix.zeros(2, 3));",
    message: "Type '3' is not assignable to type '4'",
    right: "const y: Matrix<300, 3> = Matrix.zeros(300, 2).matmul(Matrix.zeros(2, 3));",
  },
  {
    title: "a sum of matrices that do not broadcast",
    wrong: "Matrix.zeros(300, 3).add(Matrix.zeros(300, 2));",
    message: "left is 300 x 3, right is 300 x 2",
    right: "Matrix.zeros(300, 3).add(Matrix.zeros(300, 1)).add(Matrix.zeros(1, 3)).add(1);",
  },
  {
    title: "matrices of different widths below each other",
    wrong: "Matrix.concat([Matrix.zeros(2, 3), Matrix.zeros(4, 5)]);",
    message: "the matrices before have 3 cols, this one has 5",
    right: "Matrix.concat([Matrix.zeros(2, 3), Matrix.zeros(4, 3)]);",
  },
  {
    title: "a choice between matrices that do not fit",
    wrong: "Matrix.where(Matrix.zeros(2, 3).greater(0), Matrix.zeros(3, 2), 0);",
    message: "left is 2 x 3, right is 3 x 2",
    right: "Matrix.where(Matrix.zeros(2, 3).greater(0), Matrix.zeros(2, 3), 0);",
  },
  {
    title: "a sum in place that does not fit into its left side",
    wrong: "Matrix.zeros(1, 3).addInPlace(Matrix.zeros(300, 3));",
    message: "left is 1 x 3, right is 300 x 3",
    right: "Matrix.zeros(300, 3).addInPlace(Matrix.zeros(1, 3));",
  },
  {
    title: "a matrix in place of its transpose",
    wrong: "const wide: Matrix<2, 300> = Matrix.zeros(300, 2);",
    message: "Type 'Matrix<300, 2>' is not assignable to type 'Matrix<2, 300>'",
    right: "const wide: Matrix<2, 300> = Matrix.zeros(300, 2).transpose();",
  },
  {
    title: "a chain of layers that do not fit",
    wrong: chain(64),
    message: "the layer before gives 100 columns, this one takes 64",
    right: chain(100),
  },
  {
    title: "a model inside a model that does not fit",
    wrong: "sequential(sequential(new Dense(2, 100), new ReLU()), new Dense(64, 3));",
    message: "the layer before gives 100 columns, this one takes 64",
    right: "sequential(sequential(new Dense(2, 100), new ReLU()), new Dense(100, 3));",
  },
  {
    title: "a residual block whose ends differ",
    wrong: "new Residual(new Dense(100, 50), new ReLU(), new Dense(50, 99));",
    message: "the block takes 100 columns and gives 99",
    right: "new Residual(new Dense(100, 50), new ReLU(), new Dense(50, 100));",
  },
  {
    title: "a normalization of another width",
    wrong: "sequential(new Dense(2, 100), new BatchNorm(64));",
    message: "the layer before gives 100 columns, this one takes 64",
    right: "sequential(new Dense(2, 100), new BatchNorm(100));",
  },
  {
    title: "options of dropout instead of its probability",
    wrong: "new Dropout({ random: new RandomState(0) });",
    message: "is not assignable to parameter of type 'number'",
    right: "new Dropout(0.5, { random: new RandomState(0) });",
  },
  {
    title: "an input too wide for a layer",
    wrong: "new Dense(2, 3).forward(Matrix.zeros(5, 4));",
    message: "x has 4 columns, the layer takes 2",
    right: "new Dense(2, 3).forward(Matrix.zeros(5, 2));",
  },
  {
    title: "an input too wide for a model",
    wrong: "sequential(new Dense(2, 3)).predict(Matrix.zeros(5, 4));",
    message: "x has 4 columns, the layer takes 2",
    right: "sequential(new Dense(2, 3)).predict(Matrix.zeros(5, 2));",
  },
  {
    title: "a gradient too wide for a layer",
    wrong: "new Dense(2, 3).backward(Matrix.zeros(5, 2));",
    message: "the gradient has 2 columns, the layer gives 3",
    right: "new Dense(2, 3).backward(Matrix.zeros(5, 3));",
  },
  {
    title: "a gradient too wide for a model",
    wrong: "sequential(new Dense(2, 3)).backward(Matrix.zeros(5, 2));",
    message: "the gradient has 2 columns, the layer gives 3",
    right: "sequential(new Dense(2, 3)).backward(Matrix.zeros(5, 3));",
  },
  {
    title: "labels that are names",
    wrong: 'softmaxCrossEntropy(Matrix.zeros(1, 3), ["cat"]);',
    message:
      "Argument of type 'string[]' is not assignable to parameter of type 'Matrix<number, number> | Labels'",
    right: "softmaxCrossEntropy(Matrix.zeros(1, 3), [0]);",
  },
  {
    title: "targets of another shape than the scores",
    wrong: "softmaxCrossEntropy(Matrix.zeros(2, 3), Matrix.zeros(2, 1));",
    message: "the outputs are 2 x 3, the targets 2 x 1",
    right: "softmaxCrossEntropy(Matrix.zeros(2, 3), Matrix.zeros(2, 3));",
  },
  {
    title: "an input gradient that was not asked for",
    wrong: "sequential(new Dense(2, 3)).backward(Matrix.zeros(5, 3)).shape;",
    message: "Property 'shape' does not exist on type 'void'",
    right: "sequential(new Dense(2, 3)).backward(Matrix.zeros(5, 3), { inputGradient: true }).shape;",
  },
  {
    title: "an option that SGD does not have",
    wrong: "new SGD([], { learningRate: 1, momentun: 0.9 });",
    message: "'momentun' does not exist in type 'SGDOptions'",
    right: "new SGD([], { learningRate: 1 });",
  },
  {
    title: "SGD without a learning rate",
    wrong: "new SGD([], {});",
    message: "Property 'learningRate' is missing in type '{}' but required in type 'SGDOptions'",
    right: "new SGD([], { learningRate: 1 });",
  },
  {
    title: "writing to a dimension",
    wrong: "Matrix.zeros(2, 3).rows = 2;",
    message: "Cannot assign to 'rows' because it is a read-only property",
    right: "Matrix.zeros(2, 3).data[0] = 2;",
  },
  {
    title: "a picture of points in three dimensions",
    wrong: "scatter({ x: Matrix.zeros(5, 3), y: [0, 0, 0, 0, 0] });",
    message: "x has 3 columns, a point in a plane has 2",
    right: "scatter({ x: Matrix.zeros(5, 2), y: [0, 0, 0, 0, 0] });",
  },
  {
    title: "a class among the homework, which is not called without new",
    wrong: "checkLayer(ReLU, { like: new ReLU() });",
    message: "No overload matches this call",
    right: "checkLayer(() => new ReLU(), { like: new ReLU() });",
  },
  {
    title: "a loss without its gradient among the homework",
    wrong: "checkLoss((scores) => scores.sum(), { like: softmaxCrossEntropy });",
    message: "Type 'number' is not assignable to type",
    right: "checkLoss((scores) => [scores.sum(), scores], { like: softmaxCrossEntropy });",
  },
];
