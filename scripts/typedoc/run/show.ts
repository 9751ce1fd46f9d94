import type { Block } from "../../snippets/find-blocks.js";
import { placeOf } from "./chain.js";
import type { Message } from "./messages.js";
import type { Output } from "./output.js";

const NEARLY =
  "The last digits differ from those below, which Node printed: browsers round Math.exp and its like differently.";

/** Shows a message from the run of a chain: its last block is the one that the reader runs. */
export function show(message: Message, blocks: readonly Block[], output: Output): void {
  switch (message.type) {
    case "printed":
      output.printed(message.text);
      break;
    case "picture":
      output.picture(message.svg);
      break;
    case "promise": {
      const { code } = placeIn(blocks, message.line);
      output.promise(withoutPromise(code), message.holds, message.actual, message.expected);
      break;
    }
    case "output":
      if (message.outcome === "different") output.problem("This is not the output below.");
      if (message.outcome === "nearly") output.note(NEARLY);
      break;
    case "missed": {
      const { place, code } = placeIn(blocks, message.line);
      output.problem("This promise was not reached.", place, code);
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
  const place =
    found.block === blocks.length - 1 ? `line ${found.line}` : `a block above, line ${found.line}`;
  return { place, code: blocks[found.block]?.code.split("\n")[found.line - 1]?.trim() ?? "" };
}

function withoutPromise(line: string): string {
  return line.replace(/;?\s*\/\/\s*(=>|≈|throws\s).*$/, "");
}
