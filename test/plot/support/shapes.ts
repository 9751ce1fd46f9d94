export type Point = readonly [x: number, y: number];

/** The lines of a path of the form `M x,y l dx,dy dx,dy ...`, perhaps with several such parts, as places. */
export function linesOf(path: string): Point[][] {
  const parts = path.split("M").filter((part) => part !== "");
  return parts.map((part) => {
    if (!/^[-\d.,]+(l[-\d., ]+)?z?$/.test(part)) throw new Error(`not a path of straight lines: ${part}`);
    let at: Point = [0, 0];
    return part
      .replace("z", "")
      .split(/[l ]/)
      .map((step) => {
        const [dx, dy] = step.split(",").map(Number) as [number, number];
        at = [tenth(at[0] + dx), tenth(at[1] + dy)];
        return at;
      });
  });
}

/** Sums of tenths are tenths but for rounding. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The area that closed lines enclose; a hole turns the other way and counts less than 0. */
export function areaOf(rings: readonly Point[][]): number {
  let sum = 0;
  for (const ring of rings) {
    ring.forEach(([x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length] as Point;
      sum += (x * nextY - nextX * y) / 2;
    });
  }
  return Math.abs(sum);
}

/** Whether a place is inside of closed lines, by the even-odd rule. */
export function isInside([x, y]: Point, rings: readonly Point[][]): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] as Point;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside;
    });
  }
  return inside;
}
