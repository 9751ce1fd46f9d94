import type { Matrix } from "spiralnet";

/** A picture and what stands below it. */
export interface Captioned {
  /** Pixels from 0 (paper) to 1 (ink), one row. */
  readonly pixels: Matrix;
  readonly caption: string;
}

const PIXEL = 2;
const COLUMNS = 10;
const SPACE = 16;
const CAPTION = 24;
const HEADING = 48;

/** Small square pictures side by side, ten in a row, each with a caption, as the text of an SVG document. */
export function digitSheet(pictures: readonly Captioned[], title: string, side: number): string {
  const [across, down] = [side * PIXEL + SPACE, side * PIXEL + CAPTION + SPACE];
  const width = COLUMNS * across + SPACE;
  const height = HEADING + Math.ceil(pictures.length / COLUMNS) * down;
  const cells = pictures.map(({ pixels, caption }, i) => {
    const [x, y] = [SPACE + (i % COLUMNS) * across, HEADING + Math.floor(i / COLUMNS) * down];
    const text = `<text x="${(side * PIXEL) / 2}" y="${side * PIXEL + 18}">${caption}</text>`;
    return `<g transform="translate(${x},${y})">${ink(pixels, side)}${text}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<g font-family="Helvetica, Arial, sans-serif" font-size="14" text-anchor="middle" fill="#222222">
<text x="${width / 2}" y="28" font-size="16" font-weight="bold">${title}</text>
${cells.join("\n")}
</g>
</svg>
`;
}

/** A frame, and in it a grey square for each pixel that is not blank. */
function ink({ data }: Matrix, side: number): string {
  const frame = `<rect x="-3" y="-3" width="${side * PIXEL + 6}" height="${side * PIXEL + 6}" fill="none" stroke="#cccccc"/>`;
  const squares = Array.from(data, (value, i) => {
    if (value < 0.05) return "";
    const [x, y] = [PIXEL * (i % side), PIXEL * Math.floor(i / side)];
    return `<rect x="${x}" y="${y}" width="${PIXEL}" height="${PIXEL}" opacity="${value.toFixed(1)}"/>`;
  });
  // Without anti-aliasing no hairlines show between the squares.
  return `${frame}<g shape-rendering="crispEdges">${squares.join("")}</g>`;
}
