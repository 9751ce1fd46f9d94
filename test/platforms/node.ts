import { runProgram } from "../package/run-program.js";
import { variants } from "../package/variants.js";
import type { Platform } from "./platform.js";
import { nodeBinary } from "./runtimes.js";

/** Every supported Node, with every variant of the program. */
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

/** Compiles a program once for all Nodes, since that takes seconds. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
