import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { installed } from "./builds.js";

const guides = readdirSync(installed("docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replaceAll("\\", "/"));

test.each(["README.md", "CHANGELOG.md", ...guides.map((name) => `docs/${name}`)])(
  "what %s links is packed",
  (document) => {
    const text = readFileSync(installed(document), "utf8").replace(/^```.*?^```/gms, "");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
    const within = targets.filter((target) => !/^(https:|#)/.test(target));
    const dead = within.filter(
      (target) => !existsSync(join(dirname(installed(document)), target.replace(/#.*/, ""))),
    );
    expect(dead).toEqual([]);
    if (document === "README.md") expect(within.length).toBeGreaterThan(10);
  },
);
