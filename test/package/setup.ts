import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { packedProject } from "./packed-project.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of a project with the packed package installed. */
    project: string;
  }
}

/** Packs and installs the package once for all tests in this folder. */
export default function setup({ provide }: TestProject): () => void {
  const project = packedProject();
  provide("project", project);
  return () => rmSync(project, { recursive: true });
}
