import { type BuildResult, build } from "esbuild";
import { expect, inject, test } from "vitest";

const project = inject("project");

async function bundle(program: string): Promise<string> {
  const result: BuildResult<{ write: false }> = await build({
    stdin: { contents: program, resolveDir: project },
    bundle: true,
    format: "esm",
    legalComments: "none",
    logLevel: "silent", // it warns of an import that does nothing, which is the point here
    write: false,
  });
  return result.outputFiles.map(({ text }) => text.replace(/^\/\/.*$/gm, "").trim()).join();
}

test.each(["spiralnet", "spiralnet/plot"])('a bundle of import "%s" is empty', async (name) => {
  expect(await bundle(`import "${name}";`)).toBe("");
});

/** Words of errors that each part of the library throws. */
const parts = [
  "matmul: ",
  "RandomState: ",
  "Dense.forward",
  "Sequential.forward",
  "SGD: ",
  "gradientCheck: ",
  "lossCurve: ",
];

async function partsOf(program: string): Promise<string[]> {
  const bundled = await bundle(program);
  return parts.filter((part) => bundled.includes(part));
}

test("a bundle holds the parts that are used and no others", async () => {
  expect(await partsOf('export { Matrix } from "spiralnet";')).toEqual(["matmul: "]);
  expect(await partsOf('export { RandomState } from "spiralnet";')).toEqual(["matmul: ", "RandomState: "]);
  expect(await partsOf('export { lossCurve } from "spiralnet/plot";')).toContain("lossCurve: ");
});

test("the bundle of the core holds everything but the pictures", async () => {
  expect(await partsOf('export * from "spiralnet";')).toEqual(parts.slice(0, -1));
});
