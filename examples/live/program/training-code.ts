import { dropsLast } from "../batching.js";
import { MOMENTUM, partOf, penaltiesOf } from "../parts.js";
import type { Setup, TrainingSetup } from "../setup.js";
import { type Imports, literal, options } from "./code.js";

/** How long a program trains: so many steps, or, with batches, so many times through all points. */
export interface Duration {
  readonly steps: number;
  readonly epochs: number;
}

/** Makes penalty and optimizer, and trains `model` with `x` and `y`. */
export function trainingCode(
  setup: Setup,
  rows: number,
  { steps, epochs }: Duration,
  imports: Imports,
): string {
  const { training } = setup;
  const { batchSize } = training;
  const penalty = penaltyCode(training, imports);
  const [optimizer, made] = optimizerCode(training, imports);
  const schedule = scheduleCode(training, imports);
  const head = [
    penalty && `const ${penalty[0]} = ${penalty[1]};`,
    `const ${optimizer} = ${made};`,
    schedule && `const schedule = ${schedule};`,
  ];

  const from = batchSize > 0 ? "batch." : "";
  const loss = penalty ? "loss: dataLoss" : "loss";
  const every = literal(Math.max(1, Math.round(steps / 10)));
  const body = [
    `const { ${loss}, gradient } = ${imports.use("softmaxCrossEntropy")}(model.forward(${from}x), ${from}y);`,
    "model.backward(gradient);",
    penalty && `const loss = dataLoss + ${penalty[0]}.apply(model.parameters);`,
    `if (i % ${every} === 0) console.log(\`iteration \${i}: loss \${loss.toFixed(6)}\`);`,
    schedule && `${optimizer}.learningRate = schedule(i);`,
    `${optimizer}.step();`,
  ];
  if (batchSize === 0) {
    return lines([...head, "", `for (let i = 0; i < ${literal(steps)}; i++) {`, ...indented(body), "}"]);
  }
  const dropLast = dropsLast(setup, rows) ? "true" : undefined;
  const how = options({ size: literal(batchSize), random: "random", dropLast });
  return lines([
    ...head,
    "",
    "let i = 0;",
    `for (let epoch = 0; epoch < ${literal(epochs)}; epoch++) {`,
    `  for (const batch of ${imports.use("batches")}({ x, y }, ${how})) {`,
    ...indented(indented([...body, "i++;"])),
    "  }",
    "}",
  ]);
}

function lines(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join("\n");
}

function indented(texts: readonly (string | undefined)[]): (string | undefined)[] {
  return texts.map((text) => text && `  ${text}`);
}

/** The name of a variable and the code of its value. */
type Declared = readonly [name: string, code: string];

function penaltyCode(training: TrainingSetup, imports: Imports): Declared | undefined {
  const { l1, l2 } = penaltiesOf(training);
  if (l1 > 0 && l2 > 0) {
    return ["elasticNet", `new ${imports.use("ElasticNet")}({ l1: ${literal(l1)}, l2: ${literal(l2)} })`];
  }
  if (l1 > 0) return ["l1", `new ${imports.use("L1")}(${literal(l1)})`];
  return l2 > 0 ? ["l2", `new ${imports.use("L2")}(${literal(l2)})`] : undefined;
}

function optimizerCode({ optimizer, learningRate, l2 }: TrainingSetup, imports: Imports): Declared {
  const momentum = literal(MOMENTUM);
  const others = {
    SGD: {},
    momentum: { momentum },
    Nesterov: { momentum, nesterov: "true" },
    RMSProp: {},
    Adagrad: {},
    Adam: {},
    AdamW: { weightDecay: literal(l2), decayBiases: "false" },
  }[optimizer];
  const name = optimizer === "momentum" || optimizer === "Nesterov" ? "SGD" : optimizer;
  const how = options({ learningRate: literal(learningRate), ...others });
  return [name.toLowerCase(), `new ${imports.use(name)}(model.parameters, ${how})`];
}

function scheduleCode(training: TrainingSetup, imports: Imports): string | undefined {
  const { schedule, learningRate, scheduleSteps } = training;
  if (schedule === "constant") return undefined;
  const steps = literal(scheduleSteps);
  const how = {
    stepDecay: { every: literal(partOf(scheduleSteps, 3)) },
    exponentialDecay: { factor: "0.01", every: steps },
    cosine: { steps },
    linearWarmup: { steps: literal(partOf(scheduleSteps, 10)) },
    oneCycle: { steps },
  }[schedule];
  return `${imports.use(schedule)}(${literal(learningRate)}, ${options(how)})`;
}
