/** Paints a grid of cells, row by row from the top left, one pixel each. CSS or drawImage makes it large. */
export function paintGrid(
  canvas: HTMLCanvasElement,
  columns: number,
  rows: number,
  color: (cell: number) => number,
): void {
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  const context = canvas.getContext("2d");
  if (context === null || columns === 0 || rows === 0) return;
  const image = context.createImageData(columns, rows);
  const pixels = new DataView(image.data.buffer);
  for (let cell = 0; cell < columns * rows; cell++) pixels.setUint32(4 * cell, color(cell));
  context.putImageData(image, 0, 0);
}

/** The largest size of some numbers, at least a tiny one, so that one can divide by it. */
export function largest(values: Iterable<number>): number {
  let most = 1e-12;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
