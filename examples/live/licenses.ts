import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** What went into the page and what into its worker: Vite's own list of licences leaves out workers. */
const folders = new Set<string>();

/** Notes the packages that went into a bundle. */
export function noteLicenses(): Plugin {
  return {
    name: "note-licenses",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "asset") continue;
        for (const module of file.moduleIds) {
          const [folder] = /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(module) ?? [];
          if (folder !== undefined) folders.add(folder);
        }
      }
    },
  };
}

/** Writes the licences of all packages that were noted. Comes after `noteLicenses`. */
export function writeLicenses(): Plugin {
  return {
    name: "write-licenses",
    generateBundle() {
      const source = [...folders].sort().map(licenseOf).join("\n\n");
      this.emitFile({ type: "asset", fileName: "licenses.txt", source });
    },
  };
}

function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no file with its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
