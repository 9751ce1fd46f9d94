import { fromSafetensors } from "spiralnet";
import { describe, expect, it } from "vitest";
import type { Frame, Reply, Request } from "../../../examples/live/messages.js";
import { PRESETS } from "../../../examples/live/presets.js";
import { Run } from "../../../examples/live/run.js";
import { Session } from "../../../examples/live/session.js";

const { caseStudy, highLearningRate, overfitting } = PRESETS;

/** A session in a host whose clock goes on by itself: each look at it takes a millisecond. */
class Page {
  readonly replies: Reply[] = [];
  readonly transferred: ArrayBuffer[][] = [];
  /** How many milliseconds a look at the clock takes. */
  tick = 1;
  private time = 0;
  private tasks: (() => void)[] = [];
  private readonly session = new Session({
    post: (reply, transfer) => {
      this.replies.push(structuredClone(reply, { transfer }));
      this.transferred.push(transfer);
    },
    now: () => (this.time += this.tick),
    later: (task) => this.tasks.push(task),
  });

  ask(...requests: Request[]): this {
    for (const request of requests) this.session.receive(request);
    return this;
  }

  /** Lets the session work for some slices; returns how many there were. */
  work(slices: number): number {
    for (let i = 0; i < slices; i++) {
      const task = this.tasks.shift();
      if (task === undefined) return i;
      task();
    }
    return slices;
  }

  get frames(): Frame[] {
    return this.replies.filter((reply) => reply.kind === "frame");
  }

  get last(): Frame {
    return this.frames.at(-1) as Frame;
  }

  get kinds(): string[] {
    return this.replies.map(({ kind }) => kind);
  }
}

const started = (setup = caseStudy, playing = false) => new Page().ask({ kind: "start", setup, playing });

describe("start", () => {
  it("sends the points and a first frame, before any step", () => {
    const page = started();
    expect(page.kinds).toEqual(["data", "frame"]);
    const [data] = page.replies;
    expect(data).toMatchObject({ training: { length: 300 }, test: [] });
    expect(page.last).toMatchObject({
      iteration: 0,
      playing: false,
      iterationsPerSecond: 0,
      learningRate: 1,
    });
    expect(page.last.loss).toBeCloseTo(1.098744, 6);
    expect(page.work(10)).toBe(0);
  });

  it("plays if it is asked to", () => {
    const page = started(caseStudy, true);
    expect(page.last.playing).toBe(true);
    expect(page.work(10)).toBe(10);
    expect(page.last.iteration).toBeGreaterThan(0);
    expect(page.last.iterationsPerSecond).toBeGreaterThan(0);
  });

  it("takes the place of the run before", () => {
    const page = started(caseStudy, true);
    page.work(5);
    page.ask({ kind: "start", setup: overfitting, playing: false });
    expect(page.last).toMatchObject({ iteration: 0, playing: false });
    page.work(5);
    expect(page.last.iteration).toBe(0);
  });

  it("has to come first", () => {
    const page = new Page().ask(
      { kind: "show", units: true, parameters: true, point: undefined },
      { kind: "play" },
    );
    expect(page.replies).toEqual([
      {
        kind: "error",
        name: "TypeError",
        message: 'The worker was asked for "play"; expected "start" first',
      },
    ]);
    page.ask({ kind: "start", setup: caseStudy, playing: false });
    expect(page.last.units).toHaveLength(100);
  });

  it("says what is wrong with a setup", () => {
    const page = started({ ...caseStudy, seed: -1 });
    expect(page.replies).toEqual([
      { kind: "error", name: "RangeError", message: expect.stringContaining("RandomState: seed") },
    ]);
  });
});

describe("playing", () => {
  it("trains for at most some milliseconds at a time", () => {
    const page = started(caseStudy, true);
    page.work(1);
    page.ask({ kind: "pause" });
    // The clock goes on by a millisecond for each step.
    expect(page.last.iteration).toBeGreaterThan(3);
    expect(page.last.iteration).toBeLessThan(12);
  });

  it("sends a frame at most each 16 milliseconds", () => {
    const page = started(caseStudy, true);
    page.work(100);
    expect(page.frames.length).toBeGreaterThan(20);
    expect(page.frames.length).toBeLessThan(70);
  });

  it("makes coarser frames on a slow machine, but not while it is paused", () => {
    const page = started();
    const { size } = page.last.regions;
    page.tick = 20;
    page.ask({ kind: "play" });
    page.work(60);
    const coarse = page.last.regions.size;
    expect(coarse).toBeLessThan(size / 2);
    page.ask({ kind: "pause" });
    expect(page.last.regions.size).toBe(size);
    page.tick = 1;
    page.ask({ kind: "play" });
    page.work(300);
    expect(page.last.regions.size).toBeGreaterThan(coarse);
  });

  it("stops for a pause, and goes on after it with the same numbers", () => {
    const page = started(caseStudy, true);
    page.work(3);
    page.ask({ kind: "pause" });
    expect(page.last.playing).toBe(false);
    expect(page.work(3)).toBeLessThan(2);
    const { iteration } = page.last;
    page.ask({ kind: "play" }, { kind: "play" });
    page.work(3);
    page.ask({ kind: "pause" });
    expect(page.last.iteration).toBeGreaterThan(iteration);
    const alone = new Run(caseStudy);
    for (let i = 0; i < page.last.iteration; i++) alone.step();
    expect(page.last.loss).toBe(alone.measure().loss);
  });

  it("sends each point of the loss curve once", () => {
    const page = started(caseStudy, true);
    page.work(30);
    page.ask({ kind: "pause" });
    const iterations = page.frames.flatMap(({ curve }) => curve.map(({ iteration }) => iteration));
    expect(iterations).toEqual(Array.from({ length: page.last.iteration }, (_, i) => i));
  });

  it("makes one step and pauses", () => {
    const page = started(caseStudy, true).ask({ kind: "step" });
    expect(page.last).toMatchObject({ iteration: 1, playing: false });
    expect(page.last.curve).toHaveLength(1);
  });
});

describe("what changes on the way", () => {
  it("rewinds to the first frame", () => {
    const page = started();
    const first = page.last;
    page.ask({ kind: "step" }, { kind: "step" }, { kind: "rewind" });
    expect(page.last).toStrictEqual(first);
  });

  it("trains in another way", () => {
    const page = started(caseStudy, true);
    page.work(2);
    page.ask({ kind: "change", training: { ...caseStudy.training, learningRate: 0.5 } });
    expect(page.last).toMatchObject({ learningRate: 0.5, playing: true });
    expect(page.last.iteration).toBeGreaterThan(0);
  });

  it("learns from other points, which it sends", () => {
    const own = [{ x: -3, y: 2, label: 1 }];
    const page = started().ask({ kind: "points", data: { ...caseStudy.data, kind: "own", own } });
    expect(page.replies.at(-2)).toEqual({
      kind: "data",
      classes: 3,
      training: own,
      test: [],
      extent: 3.3000000000000003,
    });
    expect(page.last.regions.extent).toBe(3.3000000000000003);
  });

  it("shows units, parameters and a point only if they are asked for", () => {
    const page = started();
    expect(page.last).toMatchObject({ units: [], parameters: [], inspection: undefined });
    page.ask({ kind: "show", units: true, parameters: true, point: { x: 0, y: 1, label: 2 } });
    expect(page.last.units).toHaveLength(100);
    expect(page.last.parameters.map(({ name }) => name)).toEqual([
      "0.weights",
      "0.biases",
      "2.weights",
      "2.biases",
    ]);
    expect(page.last.inspection?.probabilities).toHaveLength(3);
    page.ask({ kind: "step" });
    expect(page.last.units).toHaveLength(100);
  });

  it("hands over its arrays without a copy, and goes on with its own", () => {
    const page = started(caseStudy, true).ask({
      kind: "show",
      units: true,
      parameters: true,
      point: { x: 0, y: 1, label: 2 },
    });
    const buffers = page.transferred.at(-1) ?? [];
    expect(buffers).toHaveLength(2 + 1 + 4 + 3 + 2 * 3);
    expect(new Set(buffers).size).toBe(buffers.length);
    for (const { byteLength } of buffers) expect(byteLength).toBe(0);
    expect(page.work(3)).toBe(3);
    expect(page.kinds).not.toContain("error");
  });
});

describe("an error", () => {
  it("of a training that diverges pauses it, with the last finite numbers", () => {
    const page = started(highLearningRate, true);
    page.work(20);
    expect(page.replies.at(-1)).toMatchObject({
      kind: "error",
      name: "DivergedError",
      message: expect.stringContaining("try a learning rate below 10"),
    });
    expect(page.replies.at(-2)).toBe(page.last);
    expect(page.last.playing).toBe(false);
    expect(Number.isFinite(page.last.loss)).toBe(true);
    expect(page.last.iteration).toBeGreaterThan(0);
    expect(page.work(1)).toBe(0);
    page.ask({ kind: "rewind" });
    expect(page.last).toMatchObject({ iteration: 0, playing: false });
  });

  it("of a step after which nothing can be shown takes the step back", () => {
    const page = started(highLearningRate);
    while (!page.kinds.includes("error")) page.ask({ kind: "step" });
    expect(page.replies.at(-1)).toMatchObject({ kind: "error", name: "NonFiniteError" });
    const { iteration, loss } = page.last;
    page.ask({ kind: "show", units: true, parameters: false, point: undefined });
    expect(page.replies.at(-1)).toMatchObject({ kind: "frame", iteration, loss });
    expect(Number.isFinite(loss)).toBe(true);
  });

  it("of a start leaves no run, not even the one before", () => {
    const page = started();
    page.ask({ kind: "start", setup: { ...caseStudy, seed: -1 }, playing: true }, { kind: "step" });
    expect(page.kinds).toEqual(["data", "frame", "error", "error"]);
  });

  it("leaves the session in working order", () => {
    const page = started().ask({ kind: "points", data: { ...caseStudy.data, classes: 5 } });
    expect(page.replies.at(-1)).toMatchObject({ kind: "error", name: "RangeError" });
    page.ask({ kind: "step" });
    expect(page.last.iteration).toBe(1);
  });
});

describe("save", () => {
  const saved = (format: "safetensors" | "json" | "onnx") => {
    const page = started().ask(
      { kind: "step" },
      { kind: "show", units: false, parameters: true, point: undefined },
    );
    page.ask({ kind: "save", format });
    const reply = page.replies.at(-1);
    if (reply?.kind !== "saved") throw new Error("expected a file");
    expect(reply.format).toBe(format);
    return { bytes: reply.bytes, parameters: page.last.parameters };
  };

  it("gives a safetensors file with the weights and the setup", () => {
    const { bytes, parameters } = saved("safetensors");
    const { matrices, metadata } = fromSafetensors(bytes);
    for (const { name, values } of parameters) expect(matrices[name]?.data).toEqual(values);
    expect(metadata).toEqual({ setup: caseStudy, iteration: 1 });
  });

  it("gives a JSON file with the same", () => {
    const { bytes, parameters } = saved("json");
    const { matrices, metadata } = JSON.parse(new TextDecoder().decode(bytes));
    expect(Object.keys(matrices)).toEqual(parameters.map(({ name }) => name));
    expect(metadata).toEqual({ setup: caseStudy, iteration: 1 });
  });

  it("gives an ONNX file", () => {
    const { bytes } = saved("onnx");
    expect(bytes.length).toBeGreaterThan(603 * 4);
  });
});
