import { MultiBar, Presets } from "cli-progress";

/** Shows the rows of a training run as they come. */
export interface Progress {
  row(text: string): void;
  update(iterations: number): void;
  stop(): void;
}

/** Rows with a progress bar below them in a terminal, and the rows alone anywhere else. */
export function showProgress(total: number): Progress {
  const { stdout } = process;
  if (!stdout.isTTY) return { row: (text) => console.log(text), update() {}, stop() {} };

  const bars = new MultiBar(
    {
      stream: stdout,
      format: "{bar} {percentage} % of {total} iterations",
      clearOnComplete: true,
      forceRedraw: true,
      // Training keeps the thread busy, so on Ctrl-C no handler could restore the terminal: leave its modes
      // alone.
      hideCursor: false,
      linewrap: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  const bar = bars.create(total, 0);
  const onePercent = Math.ceil(total / 100);
  return {
    row(text) {
      bars.log(`${text}\n`);
      bars.update();
    },
    update(iterations) {
      bar.update(iterations);
      if (iterations % onePercent === 0) bars.update();
    },
    stop: () => bars.stop(),
  };
}
