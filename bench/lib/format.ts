import { markdownTable } from "markdown-table";

const format = new Intl.NumberFormat("en", { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });

/** A number with three significant digits and spaces between thousands, or nothing. */
export function figure(value: number | undefined, unit = ""): string {
  return value === undefined ? "" : `${format.format(value).replaceAll(",", " ")}${unit}`;
}

/** A whole number with spaces between thousands. */
export function count(value: number): string {
  return value.toLocaleString("en").replaceAll(",", " ");
}

export function mebibytes(bytes: number | undefined): string {
  return figure(bytes && bytes / 2 ** 20, " MiB");
}

/** A Markdown table; all columns but the first are aligned to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const align = head.map((_, i) => (i === 0 ? "l" : "r"));
  return markdownTable([head, ...rows], { align, alignDelimiters: false });
}
