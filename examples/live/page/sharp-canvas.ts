/** Calls `draw` with a canvas of as many pixels as the screen has for it, and again when its size changes. */
export function keepSharp(canvas: HTMLCanvasElement, draw: () => void): void {
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = canvas;
    canvas.width = Math.round(clientWidth * devicePixelRatio);
    canvas.height = Math.round(clientHeight * devicePixelRatio);
    draw();
  }).observe(canvas);
}

/** The context of a canvas, cleared and in units of CSS pixels. */
export function cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.scale(devicePixelRatio, devicePixelRatio);
  return context;
}
