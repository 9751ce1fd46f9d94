import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";
import { toleranceOf } from "../../scripts/snippets/approximate.js";
import { MissingPython, runPython } from "../../scripts/snippets/run-python.js";
import { runSnippet } from "../../scripts/snippets/run-snippet.js";
import { TestChecks } from "../../scripts/snippets/test-checks.js";

const checks = () => new TestChecks("page.md");

describe("equal", () => {
  test("takes a matrix for its rows, a typed array for an array, and -0 for 0", () => {
    checks().equal(
      1,
      { a: Matrix.identity(2), b: new Int32Array([3]), c: [-0] },
      {
        a: [
          [1, 0],
          [0, 1],
        ],
        b: [3],
        c: [0],
      },
    );
  });

  test("fails on a different value and names the line", () => {
    expect(() => checks().equal(7, Matrix.identity(1), [[2]])).toThrow("page.md:7");
    expect(() => checks().equal(7, [1], [1, undefined])).toThrow("page.md:7");
  });
});

describe("near", () => {
  test("passes numbers that round to the written digits", () => {
    checks().near(1, [[1.09861228, -0.25]], [[1.0986, -0.25]]);
  });

  test("fails on numbers that round to other digits, and on lists of other lengths", () => {
    expect(() => checks().near(1, 1.09866, 1.0986)).toThrow("page.md:1");
    expect(() => checks().near(1, [1, 2], [1])).toThrow("page.md:1");
  });

  test("takes a number with fewer than four digits as exact", () => {
    expect(() => checks().near(1, 0.4933, 0.49)).toThrow("page.md:1");
  });

  test("allows half a unit of the last digit, or a millionth of the number", () => {
    expect(toleranceOf(1.0986)).toBeCloseTo(5e-5, 12);
    expect(toleranceOf(-4.5398e-5)).toBeCloseTo(5e-10, 15);
    expect(toleranceOf(1.3862943611)).toBeCloseTo(1.3862943611e-6, 12);
    expect(toleranceOf(300)).toBeCloseTo(3e-4, 12);
    expect(toleranceOf(0)).toBe(1e-6);
  });
});

describe("throws", () => {
  const fail = () => {
    throw new RangeError("it is too big");
  };

  test("compares the name and part of the message", () => {
    checks().throws(1, fail, "RangeError", "too big");
  });

  test("fails on another error, another message and no error", () => {
    expect(() => checks().throws(1, fail, "TypeError", "too big")).toThrow("page.md:1");
    expect(() => checks().throws(1, fail, "RangeError", "too small")).toThrow("page.md:1");
    expect(() => checks().throws(1, () => 3, "RangeError", "")).toThrow("page.md:1");
  });
});

describe("runSnippet", () => {
  const run = (promised: number[], snippet: (checks: TestChecks) => void, skip = neverSkip) =>
    runSnippet("page.md", { promised, run: async (checks) => snippet(checks) }, skip);
  const neverSkip = (note: string): never => expect.unreachable(note);

  test("compares the output with the written one", async () => {
    const snippet = (expected: string) => (checks: TestChecks) => {
      console.log("loss %d", 1);
      console.log([1]);
      checks.printed(5, expected);
    };
    await run([], snippet("loss 1  \n[ 1 ]\n"));
    await expect(run([], snippet("loss 2\n[ 1 ]\n"))).rejects.toThrow("page.md:5");
  });

  test("fails if a promise is never reached", async () => {
    await expect(run([3], () => {})).rejects.toThrow("promises that were never reached");
    await run([3], (checks) => checks.equal(3, 1, 1));
  });

  test("takes what Python prints for the output", async (context) => {
    const snippet = (expected: string) => (checks: TestChecks) => {
      checks.python(5, "print(1)\nprint([2])\n");
      checks.printed(7, expected);
    };
    await run([], snippet("1\n[2]\n"), context.skip);
    await expect(run([], snippet("1\n[3]\n"))).rejects.toThrow("page.md:7");
  });

  test("skips the test where a module of Python is missing, without a look at the promises", async () => {
    const skip = (note: string): never => {
      throw new Error(`skipped: ${note}`);
    };
    const snippet = (checks: TestChecks) => checks.python(5, "import there_is_no_such_module");
    await expect(run([3], snippet, skip)).rejects.toThrow("skipped: page.md:5: ");
  });

  test("restores console.log", async () => {
    const log = console.log;
    await expect(run([3], () => {})).rejects.toThrow();
    expect(console.log).toBe(log);
  });
});

describe("runPython", () => {
  test("fails with what Python says", (context) => {
    try {
      runPython("page.md:5", "pass");
    } catch (error) {
      if (error instanceof MissingPython) context.skip(error.message);
    }
    expect(() => runPython("page.md:5", "1 / 0")).toThrow(/page.md:5: Python failed:.*ZeroDivisionError/s);
  });
});
