import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { compileBlock } from "../../scripts/snippets/compile-block.js";
import { type Block, findBlocks } from "../../scripts/snippets/find-blocks.js";
import { chainsOf } from "../../scripts/snippets/render.js";
import { pairs } from "../package/programs/pairs.js";

// The snippets' own tests see that each throws what its comment says. These see that the messages above them,
// which are whole, are the ones that are thrown.

const page = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");

interface Section {
  readonly title: string;
  /** The messages above the prose, a line each. */
  readonly shown: readonly string[];
}

const sections: Section[] = page
  .split(/^### /m)
  .slice(1)
  .map((text) => ({
    title: text.slice(0, text.indexOf("\n")),
    shown: /^[^\n]*\n\n```text\n(.*?)\n```/s.exec(text)?.[1]?.split("\n") ?? [],
  }));
const [fromCompiler, thrown] = [true, false].map((wanted) =>
  sections.filter(({ shown }) => shown.length > 0 && isFromCompiler(shown) === wanted),
) as [Section[], Section[]];

function isFromCompiler([first = ""]: readonly string[]): boolean {
  return first.startsWith("Argument of type");
}

const modules: Record<string, unknown> = {
  spiralnet: await import("spiralnet"),
  "spiralnet/node": await import("spiralnet/node"),
  "spiralnet/onnx": await import("spiralnet/onnx"),
};

/** What the promises of all snippets throw, by the title of their section. */
const actual = new Map<string, string[]>();
for (const chain of chainsOf(findBlocks(page))) await run(chain);

/** Runs blocks that share a scope, and notes what they throw. */
async function run(chain: readonly Block[]): Promise<void> {
  const code = chain.map((block) => {
    const { imports, body } = compileBlock(block);
    return `${imports.join("\n")}\nchecks.begin(${block.line});\n${body}`;
  });
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(code.join("\n"), { compilerOptions });
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  let messages: string[] = [];
  const checks = {
    begin: (line: number) => {
      messages = [];
      actual.set(titleAt(line), messages);
    },
    throws: (_line: number, action: () => unknown) => {
      try {
        action();
      } catch (error) {
        messages.push(String(error));
      }
    },
    equal: () => {},
    print: () => {},
  };
  await new AsyncFunction("require", "exports", "checks", "console", outputText)(
    (name: string) => modules[name],
    {},
    checks,
    { log: checks.print },
  );
}

function titleAt(line: number): string {
  const above = page.split("\n").slice(0, line);
  return above.findLast((text) => text.startsWith("### "))?.slice("### ".length) ?? "";
}

describe("the page of errors shows messages as they are thrown", () => {
  test.each(thrown)("$title", ({ title, shown }) => {
    expect(actual.get(title)).toEqual(shown);
  });
});

test.each(fromCompiler)("$title: it is the message of a program that does not compile", ({ shown }) => {
  const quoted = /"(.*)"/.exec(shown.join("\n"))?.[1];
  expect(pairs.map(({ message }) => message)).toContain(quoted);
});

test("nearly every section of the page begins with its message; the others end with what they print", () => {
  expect(thrown.length + fromCompiler.length).toBe(sections.length - 2);
  expect(fromCompiler).toHaveLength(1);
});
