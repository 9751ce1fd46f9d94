// @ts-check
import { OptionDefaults } from "typedoc";
import { formulaAssets, parseFormulas } from "./scripts/typedoc/formulas.js";
import { markRunnable, runnableBlocks } from "./scripts/typedoc/runnable.js";
import { titlesFromHeadings } from "./scripts/typedoc/titles.js";

/** @type {Partial<import("typedoc").TypeDocOptions>} */
export default {
  name: "spiralnet",
  entryPoints: [
    "src/index.ts",
    "src/plot/index.ts",
    "src/node/index.ts",
    "src/check/index.ts",
    "src/onnx/index.ts",
  ],
  projectDocuments: [
    "docs/case-study.md",
    "docs/your-data.md",
    "docs/deploy.md",
    "docs/training.md",
    "docs/shapes.md",
    "docs/own-layer.md",
    "docs/gradient-check.md",
    "docs/own-loss-and-optimizer.md",
    "docs/coming-from.md",
    "docs/performance.md",
  ],
  out: "site",
  customCss: "scripts/typedoc/site.css",
  headings: { readme: false, document: false },
  sortEntryPoints: false,
  plugin: [formulaAssets, titlesFromHeadings, runnableBlocks],
  markdownItLoader: (parser) => {
    parseFormulas(parser);
    markRunnable(parser);
  },
  highlightLanguages: [...OptionDefaults.highlightLanguages, "python"],
  // npm test checks the types.
  skipErrorChecking: true,
  // The package has no public address yet that lines of source could link to.
  disableSources: true,
  excludeInternal: true,
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  validation: { notDocumented: true, invalidLink: true, invalidPath: true, notExported: true },
  // Steps on the way to the types of the group "Shape types".
  intentionallyNotExported: [
    "Sized",
    "IsEqual",
    "Stretches",
    "StretchesTo",
    "ShapesOf",
    "SharedSide",
    "BroadcastDimension",
    "CommonDimension",
    "KnownOf",
    "Reduced",
    "UnusualNumber",
    "Declared",
    "InputsOf",
    "RequireChain",
    "FirstInputs",
    "LastOutputs",
    "RequireBlock",
    "WidthOfBlock",
  ],
  requiredToBeDocumented: [
    "Enum",
    "EnumMember",
    "Variable",
    "Function",
    "Class",
    "Interface",
    "Property",
    "Method",
    "Accessor",
    "TypeAlias",
  ],
};
