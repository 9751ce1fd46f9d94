import type { Block } from "../../snippets/find-blocks.js";
import { placeOf } from "./chain.js";
import type { Message } from "./messages.js";
import type { Output } from "./output.js";
import { words } from "./words/index.js";

/** Shows a message from the run of a chain: its last block is the one that the reader runs. */
export function show(message: Message, blocks: readonly Block[], output: Output): void {
  switch (message.type) {
    case "printed":
      output.printed(message.text);
      break;
    case "more":
      output.printed(words.more);
      break;
    case "picture":
      output.picture(message.svg);
      break;
    case "promise": {
      output.promise(expressionAt(blocks, message.line), message.holds, message.actual, message.expected);
      break;
    }
    case "output":
      if (message.outcome === "different") output.problem(words.otherOutput);
      if (message.outcome === "nearly") output.note(words.nearlyTheOutput);
      break;
    case "missed": {
      const { place, code } = placeIn(blocks, message.line);
      output.problem(words.missed, place, code);
      break;
    }
    case "error": {
      const { place, code } = placeIn(blocks, message.line);
      output.problem(message.text, place, code);
    }
  }
}

/** A line of the chain in words, and its code; both are empty if it is unknown. */
function placeIn(blocks: readonly Block[], line: number | undefined): { place: string; code: string } {
  const found = line === undefined ? undefined : placeOf(blocks, line);
  if (found === undefined) return { place: "", code: "" };
  const place = found.block === blocks.length - 1 ? words.line(found.line) : words.lineAbove(found.line);
  return { place, code: blocks[found.block]?.code.split("\n")[found.line - 1]?.trim() ?? "" };
}

/** What a promise is about: the code before it, in the same line or in the one above. */
function expressionAt(blocks: readonly Block[], line: number): string {
  const [same, above] = [line, line - 1].map((at) =>
    placeIn(blocks, at).code.replace(/;?\s*(\/\/\s*(=>|≈|throws\s).*)?$/, ""),
  );
  return same || above || "";
}
