/** What the files of each folder of src/ may import besides each other. A new folder needs a line here. */
const MAY_IMPORT = {
  errors: [],
  kernels: [],
  matrix: ["errors", "kernels"],
  random: ["errors", "matrix"],
  parameters: ["errors", "matrix"],
  initializers: ["errors", "matrix", "random"],
  layers: ["errors", "kernels", "matrix", "random", "parameters", "initializers"],
  losses: ["errors", "kernels", "matrix"],
  regularizers: ["errors", "kernels", "matrix", "parameters"],
  optimizers: ["errors", "kernels", "matrix", "parameters"],
  schedules: ["errors"],
  datasets: ["errors", "matrix", "random"],
  data: ["errors", "matrix", "random"],
  metrics: ["errors", "matrix", "losses"],
  training: [
    "errors",
    "matrix",
    "random",
    "parameters",
    "layers",
    "losses",
    "regularizers",
    "optimizers",
    "schedules",
    "data",
  ],
  checkpoints: ["errors", "matrix", "random", "parameters", "layers", "optimizers", "data", "training"],
  "gradient-check": ["errors", "matrix", "random", "parameters", "layers", "losses", "regularizers"],
  // Pictures use the library as any program does, and its checks: functions that need no class, so that the bundle
  // of pictures holds no second copy of one.
  plot: ["errors", "matrix/checks.ts", "index.ts"],
  // So does what reads and writes files.
  node: ["errors", "checkpoints/parse-json.ts", "index.ts"],
  // So do the judge of homework and what writes ONNX files.
  check: ["errors", "index.ts"],
  onnx: ["errors", "index.ts"],
};

const folders = Object.keys(MAY_IMPORT);

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no circles", severity: "error", from: { pathNot: "^src/layers/" }, to: { circular: true } },
    {
      // A layer calls the door, and the door, the pass and the summary name the type of a layer.
      name: "no circles but of types in layers",
      severity: "error",
      from: { path: "^src/layers/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "the core knows no other entry",
      severity: "error",
      from: { path: "^src/index\\.ts$" },
      to: { path: "^src/(plot|node|check|onnx)/" },
    },
    {
      name: "only what reads and writes files needs Node",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/node/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "each folder has a rule",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(index\\.ts$|(${folders.join("|")})/)` },
      to: {},
    },
    ...Object.entries(MAY_IMPORT).map(([folder, others]) => ({
      name: `${folder} may import ${others.join(", ") || "no other folder"}`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: "^src/", pathNot: `^src/(${[folder, ...others].join("|")})(/|$)` },
    })),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true, // types count, too
    exclude: { path: "^src/kernels/wasm/assembly/" },
    doNotFollow: { path: "node_modules" },
  },
};
