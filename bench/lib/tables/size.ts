import { CONTENDERS } from "../contenders.js";
import type { BenchResults } from "../results.js";
import { figure, kilobytes, markdown } from "./markdown.js";

/** Import times and sizes of the libraries, one line each. */
export function sizeTable({ startup, bundles }: BenchResults): string {
  const seen = new Set<string>();
  const rows = CONTENDERS.flatMap(({ name, label, packages }) => {
    const [time, size] = [startup[name], bundles[name]];
    const key = packages.join();
    if (!time || (seen.has(key) && name !== "spiralnet-plain")) return [];
    seen.add(key);
    const beside = size && size.beside > 0 ? ` + ${kilobytes(size.beside)} of WebAssembly` : "";
    return [
      [
        label.replace(/,.*/, ""),
        `${figure(time.import.median)} ms`,
        time.firstCall ? `${figure(time.firstCall.median)} ms` : "",
        size ? kilobytes(size.minified) : "",
        size ? `${kilobytes(size.gzip)}${beside}` : "",
        size ? kilobytes(size.used) : "",
      ],
    ];
  });
  if (rows.length === 0) return "";
  return markdown(["", "import", "first product", "minified", "gzip", "what is used here, gzip"], rows);
}
