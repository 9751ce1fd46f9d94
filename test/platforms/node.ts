import { runProgram } from "../package/run-program.js";
import { variants } from "../package/variants.js";
import type { Platform } from "./platform.js";
import { nodeBinary } from "./runtimes.js";

/** Every supported Node with every way to use the package. */
export function nodePlatforms(project: string): Platform[] {
  return [20, 22, 24].flatMap((major) =>
    variants.map(({ name, write }) => ({
      name: `Node ${major}, ${name}`,
      run() {
        const node = nodeBinary(major);
        const version = runProgram(project, node, "--version").trim();
        if (!version.startsWith(`v${major}.`)) throw new Error(`this is Node ${version}`);
        return runProgram(project, node, write(project));
      },
    })),
  );
}
