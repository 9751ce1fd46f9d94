/** A Markdown table; all columns but the first are set to the right. */
export function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** A whole number, with a space between its thousands. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " ");
}

/** A number with three significant digits, and a space between its thousands. */
export function figure(value: number): string {
  if (value >= 1000) return count(Number(value.toPrecision(3)));
  return value.toFixed(Math.max(0, 2 - Math.floor(Math.log10(Math.max(value, 1e-6)))));
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

export function megabytes(bytes: number): string {
  return `${figure(bytes / 2 ** 20)} MiB`;
}

export function kilobytes(bytes: number): string {
  return `${figure(bytes / 1000)} kB`;
}
