import { runProgram } from "../package/run-program.js";
import { type Variant, writeCommonJS, writeModule, writeTypeScript } from "../package/variants.js";
import type { Platform } from "./platform.js";
import { binary } from "./runtimes.js";

const programs: readonly Variant[] = [
  { name: "ES module", write: writeModule },
  { name: "CommonJS", write: writeCommonJS },
  { name: "TypeScript", write: writeTypeScript },
];

/** Deno, which checks types and grants no permissions, and Bun, which strips types. */
export function otherPlatforms(project: string): Platform[] {
  const runtimes = [
    { name: "Deno", command: "deno", args: ["run", "--no-remote", "--check"] },
    { name: "Bun", command: "bun", args: ["run"] },
  ] as const;
  return runtimes.flatMap(({ name, command, args }) =>
    programs.map((program) => ({
      name: `${name}, ${program.name}`,
      run: () => runProgram(project, binary(command), ...args, program.write(project)),
    })),
  );
}
