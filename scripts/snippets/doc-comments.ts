import ts from "typescript";

/**
 * The doc comments of a TypeScript file as Markdown. Every line keeps its number; lines outside of doc
 * comments are blank.
 */
export function docComments(path: string, source: string): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  const sourceLines = source.split("\n");
  const lines = sourceLines.map(() => "");
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;

  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(source, node.pos) ?? []) {
      if (!source.startsWith("/**", pos)) continue;
      // The first and the last line hold the delimiters of the comment, never a fence.
      for (let i = lineOf(pos) + 1; i < lineOf(end); i++) {
        lines[i] = (sourceLines[i] as string).replace(/^\s*\* ?/, "");
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return lines.join("\n");
}
