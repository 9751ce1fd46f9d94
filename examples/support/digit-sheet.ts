import type { Matrix } from "spiralnet";

/** A picture and what stands below it. */
export interface Captioned {
  /** Pixels from 0 (paper) to 1 (ink), one row. */
  readonly pixels: Matrix;
  readonly caption: string;
}

const CELL = 72;
const LINE = 24;

/** Small square pictures side by side, ten in a row, each with a caption, as the text of an SVG document. */
export function digitSheet(pictures: readonly Captioned[], title: string): string {
  const columns = Math.min(10, Math.max(1, pictures.length));
  const rows = Math.ceil(pictures.length / columns);
  const [width, height] = [columns * CELL + 16, rows * (CELL + LINE) + 48];
  const cells = pictures.map(({ pixels, caption }, i) => {
    const [x, y] = [8 + (i % columns) * CELL, 40 + Math.floor(i / columns) * (CELL + LINE)];
    return `<g transform="translate(${x},${y})">${ink(pixels)}<text x="${CELL / 2}" y="${CELL + 14}">${caption}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<g font-family="Helvetica, Arial, sans-serif" font-size="13" text-anchor="middle" fill="#222222">
<text x="${width / 2}" y="24" font-size="16" font-weight="bold">${title}</text>
${cells.join("\n")}
</g>
</svg>
`;
}

/** The pixels that are not blank, as squares of grey. */
function ink({ cols, data }: Matrix): string {
  const side = Math.sqrt(cols);
  const size = (CELL - 8) / side;
  const squares: string[] = [];
  data.forEach((value, i) => {
    if (value < 0.05) return;
    const [x, y] = [4 + (i % side) * size, 4 + Math.floor(i / side) * size].map((at) => at.toFixed(1));
    squares.push(
      `<rect x="${x}" y="${y}" width="${size.toFixed(1)}" height="${size.toFixed(1)}" opacity="${value.toFixed(1)}"/>`,
    );
  });
  return `<rect width="${CELL - 4}" height="${CELL - 4}" x="2" y="2" fill="none" stroke="#cccccc"/>${squares.join("")}`;
}
