import { type BuildResult, build } from "esbuild";
import { expect, inject, test } from "vitest";

const project = inject("project");

async function bundle(program: string): Promise<string> {
  const result: BuildResult<{ write: false }> = await build({
    stdin: { contents: program, resolveDir: project },
    bundle: true,
    format: "esm",
    external: ["node:*"],
    legalComments: "none",
    logLevel: "silent", // esbuild warns of an import without effect, which is what is tested
    write: false,
  });
  return result.outputFiles.map(({ text }) => text.replace(/^\/\/.*$/gm, "").trim()).join();
}

test.each(["spiralnet", "spiralnet/plot", "spiralnet/node", "spiralnet/check", "spiralnet/onnx"])(
  'a bundle of import "%s" is empty',
  async (name) => {
    expect(await bundle(`import "${name}";`)).toBe("");
  },
);

/** A class or function of each part of the library. */
const parts = ["Matrix", "RandomState", "Dense", "Sequential", "SGD", "gradientCheck", "lossCurve"];

async function partsOf(program: string): Promise<string[]> {
  const bundled = await bundle(program);
  return parts.filter((name) => new RegExp(`\\bvar ${name} = |\\bfunction ${name}\\(`).test(bundled));
}

test("a bundle holds only the parts that a program uses", async () => {
  expect(await partsOf('export { Matrix } from "spiralnet";')).toEqual(["Matrix"]);
  expect(await partsOf('export { RandomState } from "spiralnet";')).toEqual(["Matrix", "RandomState"]);
  expect(await partsOf('export { lossCurve } from "spiralnet/plot";')).toContain("lossCurve");
});

test("a bundle of the whole core has no pictures", async () => {
  expect(await partsOf('export * from "spiralnet";')).toEqual(parts.slice(0, -1));
});
