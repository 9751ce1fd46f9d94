import { describe, expect, it } from "vitest";
import { divideHash, withProgram } from "../../../examples/live/program-in-link.js";

describe("a link with a program", () => {
  it.each(["#rate=0.5&hidden=20", ""])("holds the setup %j beside it", (hash) => {
    const text = 'const 一 = "ß & # % +/=";\n';
    const link = withProgram(hash, text);
    expect(link).toMatch(/^#[\w=&.-]+$/);
    expect(divideHash(link)).toEqual({ setup: hash.replace("#", ""), program: text, isDamaged: false });
    expect(withProgram(hash, undefined)).toBe(hash);
  });

  it("may hold none, and may be damaged", () => {
    expect(divideHash("#rate=1")).toEqual({ setup: "rate=1", program: undefined, isDamaged: false });
    for (const letters of ["a", "????", "_w"]) {
      expect(divideHash(`#program=${letters}&rate=1`)).toEqual({
        setup: "rate=1",
        program: undefined,
        isDamaged: true,
      });
    }
  });
});
