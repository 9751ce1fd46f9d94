import assert from "node:assert/strict";
import { codeCells, type Notebook } from "./notebook.js";
import { describeOutputs } from "./outputs.js";

/** The cells whose outputs differ, each as a text to print: its name, and the lines of both. */
export function compareOutputs(committed: Notebook, executed: Notebook): string[] {
  const others = new Map(codeCells(executed).map((cell) => [cell.id, cell]));
  return codeCells(committed).flatMap((cell) => {
    const other = others.get(cell.id);
    if (other === undefined) return [`cell ${cell.id}: it was not executed`];
    try {
      assert.deepEqual(describeOutputs(other), describeOutputs(cell));
      return [];
    } catch (error) {
      return [
        `cell ${cell.id}: ${(error as Error).message.replace("actual - expected", "now - in the file")}`,
      ];
    }
  });
}
