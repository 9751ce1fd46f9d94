// @ts-check
import { CommentTag, Converter, ReflectionKind } from "typedoc";

/**
 * Sums up each export by the first sentence of its comment, in the list of its module.
 *
 * @param {import("typedoc").Application} app
 */
export function summariesFromSentences(app) {
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const reflection of project.getReflectionsByKind(ReflectionKind.SomeExport)) {
      if (!reflection.isDeclaration()) continue;
      for (const { comment } of [reflection, ...(reflection.signatures ?? [])]) {
        if (comment === undefined || comment.getTag("@summary")) continue;
        comment.blockTags.push(new CommentTag("@summary", firstSentence(comment.summary)));
      }
    }
  });
}

/** @param {readonly import("typedoc").CommentDisplayPart[]} parts */
function firstSentence(parts) {
  const sentence = [];
  for (const part of parts) {
    const end =
      part.kind === "text" ? part.text.match(/^.*?(?<![A-Z])[.:](?=\s+[A-Z`$]|\s*$)|^.*?(?=\n\n)/s) : null;
    if (end !== null) return [...sentence, { ...part, text: end[0].replace(/:$/, ".") }];
    sentence.push({ ...part });
  }
  return sentence;
}
