import { runProgram } from "../package/run-program.js";
import { variants } from "../package/variants.js";
import type { Platform } from "./platform.js";
import { nodeBinary } from "./runtimes.js";

/** Every supported Node with every way to use the package. */
export function nodePlatforms(project: string): Platform[] {
  const programs = variants.map(({ name, write }) => ({ name, file: once(() => write(project)) }));
  return [20, 22, 24].flatMap((major) =>
    programs.map(({ name, file }) => ({
      name: `Node ${major}, ${name}`,
      run() {
        const node = nodeBinary(major);
        const version = runProgram(project, node, "--version").trim();
        if (!version.startsWith(`v${major}.`)) throw new Error(`this is Node ${version}`);
        return runProgram(project, node, file());
      },
    })),
  );
}

/** Compiling takes seconds, and gives the same for every Node. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
