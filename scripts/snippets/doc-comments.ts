import ts from "typescript";

/**
 * The doc comments of a TypeScript file as Markdown: every line stands where it stands in the file, and what is not in a doc comment is
 * blank.
 */
export function docComments(path: string, source: string): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  const sourceLines = source.split("\n");
  const lines = sourceLines.map(() => "");
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;

  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(source, node.pos) ?? []) {
      if (!source.startsWith("/**", pos)) continue;
      // The first and the last line hold the marks of the comment; a fence never stands there.
      for (let i = lineOf(pos) + 1; i < lineOf(end); i++) {
        lines[i] = (sourceLines[i] as string).replace(/^\s*\* ?/, "");
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return lines.join("\n");
}
