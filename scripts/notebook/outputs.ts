import { createHash } from "node:crypto";
import { type CodeCell, linesOf, type Output, textOf } from "./notebook.js";

/** The outputs with successive prints joined, which the kernel may send in one or more messages. */
export function joinPrints(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      const text = textOf(last.text) + textOf(output.text);
      joined[joined.length - 1] = { ...output, text: linesOf(text) };
    } else joined.push(output);
  }
  return joined;
}

/** The outputs of a cell as lines to compare and to read: texts as they are, a picture as its hash. */
export function describeOutputs({ outputs }: CodeCell): string[] {
  return joinPrints(outputs).flatMap((output) => {
    if (output.output_type === "stream") return [`${output.name}:`, ...linesOf(textOf(output.text))];
    return Object.entries(output.data).flatMap(([type, data]) => {
      const text = textOf(data);
      return [`${type}:`, ...(type === "text/plain" ? linesOf(text) : [hashOf(text)])];
    });
  });
}

function hashOf(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return `${text.length} characters, SHA-256 ${hash}...`;
}
