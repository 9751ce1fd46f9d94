import { posix } from "node:path";
import MarkdownIt from "markdown-it";
import { REMARK } from "../../scripts/translations/take-code.js";

/** What a translation has in common with its original, in the order of the page. */
export interface PageParts {
  /** The levels of the headings, such as h2. */
  readonly levels: readonly string[];
  /** The headings as GitHub makes anchors of them. */
  readonly anchors: readonly string[];
  /** Blocks of code, with their languages, without the words of comments. */
  readonly blocks: readonly string[];
  /** Code between backquotes. */
  readonly code: readonly string[];
  /** Formulas, without the words in them. */
  readonly formulas: readonly string[];
  /** Its words, in pieces. */
  readonly texts: readonly string[];
  /** The targets of links and pictures, as written. */
  readonly targets: readonly string[];
}

type Token = ReturnType<MarkdownIt["parse"]>[number];

const FENCE = /^```.*?^```$/gms;
const FORMULA = /\$\$.*?\$\$|\$[^$]+\$/gs;

/** Takes a page apart. */
export function pageParts(markdown: string): PageParts {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const headings = tokens.filter(({ type }) => type === "heading_open");
  const contents = (type: string) =>
    inline.filter((token) => token.type === type).map((token) => token.content);
  const formulas = markdown.replace(FENCE, "").match(FORMULA) ?? [];
  return {
    levels: headings.map(({ tag }) => tag),
    anchors: headings.map((heading) => anchorOf(tokens[tokens.indexOf(heading) + 1]?.content ?? "")),
    blocks: tokens.filter(({ type }) => type === "fence").map(codeOf),
    code: contents("code_inline"),
    formulas: formulas.map((formula) => formula.replace(/\s+/g, " ").replace(/\\text\{[^}]*\}/g, "\\text{}")),
    texts: contents("text"),
    targets: inline.flatMap(({ attrs }) => attrs ?? []).flatMap(targetOf),
  };
}

/** The formulas that GitHub shows as they are typed: those whose first dollar does not follow a space. */
export function unreadFormulas(markdown: string): string[] {
  return [...markdown.replace(FENCE, "").matchAll(FORMULA)]
    .filter(({ index, input }) => /[^\s]/.test(input[index - 1] ?? "\n"))
    .map(([formula]) => formula);
}

/** A target of a page as seen from the root of the repository. */
export function resolve(page: string, target: string): string {
  if (/^\w+:/.test(target)) return target;
  return target.startsWith("#") ? page + target : posix.join(posix.dirname(page), target);
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

/** The code of a block. A comment keeps its words if it is a promise. */
function codeOf({ info, content }: Token): string {
  const isCode = /^(ts|typescript)\b/.test(info);
  return `${info}\n${isCode ? content.replace(REMARK, "//") : content}`;
}

function targetOf([name, value]: [string, string]): string[] {
  return name === "href" || name === "src" ? [decodeURI(value)] : [];
}
