import { CONTENDERS } from "./contenders.js";
import { type Bar, panel } from "./panel.js";
import type { BenchResults } from "./results.js";
import type { Spread } from "./statistics.js";
import { element, text } from "./svg.js";
import { productsOf, timedIn } from "./tables/summary.js";

const WIDTH = 820;
const GAP = 26;
const SIZE = 512;

/** A picture of all three jobs: a dot for each median, a line from the least to the most. */
export function chart(results: BenchResults): string {
  const timesOf = (job: "A" | "B", rows: number): Bar[] =>
    timedIn(results, job)
      .filter(({ entry }) => !entry.unchecked)
      .map(({ entry, time }) => bar(entry.name, job === "A" ? time : perSecond(time, rows)));
  const products = CONTENDERS.flatMap(({ name }) => {
    const product = productsOf(results, name, SIZE);
    return product ? [bar(name, product.gflops, /,.*/)] : [];
  }).sort((a, b) => b.value.median - a.value.median);

  const panels: { title: string; bars: Bar[] }[] = [
    { title: "Case study, two-layer network: ms per iteration (less is better)", bars: timesOf("A", 1) },
    { title: "784-128-10 network on digits: examples per second (more is better)", bars: timesOf("B", 64) },
    { title: `Square product, n = ${SIZE}: GFLOP/s (more is better)`, bars: products },
  ];
  let top = GAP;
  const drawn: string[] = [];
  for (const { title, bars } of panels.filter((each) => each.bars.length > 0)) {
    const { svg, height } = panel(title, bars, WIDTH);
    drawn.push(element("g", { transform: `translate(0,${top})` }, svg));
    top += height + GAP;
  }
  const description =
    "Medians as dots, from the least to the most as lines, on logarithmic scales; spiralnet in blue.";
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: WIDTH,
      height: top + GAP,
      viewBox: `0 0 ${WIDTH} ${top + GAP}`,
      role: "img",
      "aria-label": "spiralnet and its peers",
      "font-family": "Helvetica, Arial, sans-serif",
      fill: "#222222",
    },
    element("title", {}, "spiralnet and its peers"),
    element("desc", {}, description),
    element("rect", { width: WIDTH, height: top + GAP, fill: "#ffffff" }),
    ...drawn,
    text(description, { x: 14, y: top + 6, "font-size": 12, fill: "#666666" }),
  );
}

/** `leftOut` is what does not matter in a job: how a network is written does not change a product. */
function bar(name: string, value: Spread, leftOut: RegExp | string = ""): Bar {
  const { label, options } = CONTENDERS.find((entry) => entry.name === name) ?? CONTENDERS[0];
  return {
    label: `${label.replace(leftOut, "")}, float${options.precision}`,
    value,
    ours: name.startsWith("spiralnet"),
  };
}

function perSecond({ median, min, max }: Spread, rows: number): Spread {
  const rate = (time: number) => (1000 * rows) / time;
  return { median: rate(median), min: rate(max), max: rate(min) };
}
