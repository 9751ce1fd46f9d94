import type { Program } from "./program.js";

/** The programs in the order of the page: from one idea to the next. */
export const NAMES = [
  "blobs",
  "features",
  "xor",
  "triangle",
  "five-arms",
  "sine",
  "symmetry",
  "slopes",
  "batch-norm",
  "momentum",
  "batch-size",
  "cosine",
  "outliers",
  "by-heart",
  "label-smoothing",
  "ensemble",
  "resumed",
] as const;

const INTRODUCTION = `# Gallery

Small programs with one idea and one picture each, which a minute is enough to read. In the repository they are
files of their own: \`npm run example examples/gallery/xor.ts\` runs one and writes its picture to
\`examples/output/xor.svg\`. Here they end with \`picture\`, the text of an SVG document, for a file or a page.
`;

/** The guide docs/gallery.md. */
export function page(programs: readonly Program[]): string {
  return [INTRODUCTION, ...programs.map(section)].join("\n");
}

function section({ name, idea, code, printed, svg }: Program): string {
  return `## ${textOf(svg, "title")}

${idea}

![${textOf(svg, "desc")}](./gallery/${name}.svg)

\`\`\`ts
${code}\`\`\`

\`\`\`text
${printed}
\`\`\`
`;
}

/** What an element of a picture says. */
function textOf(svg: string, element: "title" | "desc"): string {
  const [, text] = new RegExp(`<${element}>([^<&]+)</${element}>`).exec(svg) ?? [];
  if (text === undefined)
    throw new Error(`the picture has no <${element}>, or one with a character to escape`);
  return text;
}
