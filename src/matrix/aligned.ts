/**
 * A table as lines of text, its columns two spaces apart: the first `left` columns are flush left, the others
 * flush right.
 */
export function aligned(cells: readonly (readonly string[])[], left = 0): string[] {
  const widths = (cells[0] ?? []).map((_, j) => Math.max(...cells.map((row) => (row[j] as string).length)));
  const padded = (cell: string, j: number) =>
    j < left ? cell.padEnd(widths[j] as number) : cell.padStart(widths[j] as number);
  return cells.map((row) => row.map(padded).join("  "));
}
