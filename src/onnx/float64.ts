/**
 * The operators for which onnxruntime has nothing in float64, on CPUs: it would refuse the file. Found by running
 * version 1.30, as the tests do.
 */
export const NO_FLOAT64: ReadonlySet<string> = new Set([
  ...["Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cosh", "Sinh", "Tan", "Erf"],
  ...["Celu", "Elu", "HardSigmoid", "HardSwish", "Selu", "Softplus", "Softsign", "ThresholdedRelu"],
  ...["Hardmax", "InstanceNormalization", "Mean", "MeanVarianceNormalization"],
  ...["AveragePool", "Conv", "GlobalAveragePool"],
]);
