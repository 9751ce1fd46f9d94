// @ts-check

import { OptionDefaults } from "typedoc";
import { chinesePages } from "./scripts/typedoc/chinese.js";
import { describePages } from "./scripts/typedoc/descriptions.js";
import { formulaAssets, parseFormulas } from "./scripts/typedoc/formulas.js";
import { breakLongCode } from "./scripts/typedoc/long-code.js";
import { linkNames } from "./scripts/typedoc/name-links.js";
import { markNumberCells } from "./scripts/typedoc/number-cells.js";
import { markRunnable, runnableBlocks } from "./scripts/typedoc/runnable.js";
import { siteSearch } from "./scripts/typedoc/search.js";
import { siteTheme } from "./scripts/typedoc/site-theme.js";
import { sourcePages } from "./scripts/typedoc/source-pages.js";
import { summariesFromSentences } from "./scripts/typedoc/summaries.js";
import { titlesFromHeadings, titlesOfLists } from "./scripts/typedoc/titles.js";
import { groupByTopic, TOPIC_ORDER } from "./scripts/typedoc/topics.js";

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
    "docs/start.md",
    "docs/case-study.md",
    "docs/gallery.md",
    "docs/your-data.md",
    "docs/deploy.md",
    "docs/training.md",
    "docs/shapes.md",
    "docs/own-layer.md",
    "docs/gradient-check.md",
    "docs/mistakes.md",
    "docs/homework.md",
    "docs/primitives.md",
    "docs/primitives/*.md",
    "docs/own-loss-and-optimizer.md",
    "docs/coming-from.md",
    "docs/errors.md",
    "docs/performance.md",
    "docs/zh/README.md",
    "docs/zh/case-study.md",
    "docs/zh/homework.md",
  ],
  out: "site",
  customCss: "scripts/typedoc/site.css",
  favicon: "scripts/typedoc/favicon.svg",
  theme: "spiralnet",
  router: "with-sources",
  groupOrder: TOPIC_ORDER,
  navigation: { includeGroups: true },
  headings: { readme: false, document: false },
  sortEntryPoints: false,
  plugin: [
    formulaAssets,
    titlesFromHeadings,
    titlesOfLists,
    chinesePages,
    siteTheme,
    sourcePages,
    groupByTopic,
    summariesFromSentences,
    linkNames,
    describePages,
    runnableBlocks,
    siteSearch,
  ],
  highlightLanguages: [...OptionDefaults.highlightLanguages, "python"],
  markdownItLoader: (parser) => {
    parseFormulas(parser);
    breakLongCode(parser);
    markNumberCells(parser);
    markRunnable(parser);
  },
  // npm test checks the types.
  skipErrorChecking: true,
  // The links go to pages of the site: see source-pages.js.
  disableGit: true,
  sourceLinkTemplate: "{path}#L{line}",
  basePath: ".",
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
