import { expect, test } from "vitest";
import { compareOutputs } from "../../scripts/notebook/compare.js";
import type { Notebook, Output } from "../../scripts/notebook/notebook.js";
import { joinPrints } from "../../scripts/notebook/outputs.js";

function notebookWith(...outputs: Output[]): Notebook {
  const cell = {
    cell_type: "code",
    id: "train",
    metadata: {},
    source: "",
    execution_count: 1,
    outputs,
  } as const;
  return { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

const print = (text: string | string[]): Output => ({ output_type: "stream", name: "stdout", text });
const image = (html: string): Output => ({ output_type: "execute_result", data: { "text/html": html } });

test("prints are the same in one message or several, as a text or as lines", () => {
  const committed = notebookWith(print(["loss 1\n", "loss 0.5\n"]), image("<img>"));
  const executed = notebookWith(print("loss 1\n"), print("loss 0.5\n"), image("<img>"));
  expect(compareOutputs(committed, executed)).toEqual([]);
});

test("a loss that differs is told with its cell, old and new", () => {
  const [difference] = compareOutputs(notebookWith(print("loss 1\n")), notebookWith(print("loss 2\n")));
  expect(difference).toMatch(/^cell train: /);
  expect(difference).toContain("'loss 1\\n'");
  expect(difference).toContain("'loss 2\\n'");
});

test("an output that is missing or more than there was differs", () => {
  const one = notebookWith(print("loss 1\n"));
  const none = notebookWith();
  expect(compareOutputs(one, none)).toHaveLength(1);
  expect(compareOutputs(none, one)).toHaveLength(1);
});

test("a picture that differs is told, but not printed", () => {
  const [old, now] = ["a", "b"].map((text) => notebookWith(image(text.repeat(1000)))) as [Notebook, Notebook];
  const [difference] = compareOutputs(old, now);
  expect(difference).toContain("text/html");
  expect(difference?.length).toBeLessThan(500);
});

test("a value that differs is told", () => {
  const value = (text: string): Output => ({ output_type: "execute_result", data: { "text/plain": text } });
  expect(compareOutputs(notebookWith(value("3")), notebookWith(value("4")))[0]).toContain("'4'");
});

test("a cell that was not executed is told", () => {
  const none: Notebook = { ...notebookWith(), cells: [] };
  expect(compareOutputs(notebookWith(), none)).toEqual(["cell train: it was not executed"]);
});

test("joined prints are stored line by line", () => {
  expect(joinPrints([print("a\nb"), print("c\n"), image("<img>"), print("d\n")])).toEqual([
    print(["a\n", "bc\n"]),
    image("<img>"),
    print("d\n"),
  ]);
});
