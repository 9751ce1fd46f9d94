import { fileURLToPath } from "node:url";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** This package. */
export const ROOT: string = at("../");
export const CACHE: string = at("../.cache");
export const RESULTS: string = at("../results");
export const DOCS: string = at("../../docs");
