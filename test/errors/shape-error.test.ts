import { ShapeError } from "spiralnet";
import { expect, test } from "vitest";

test("a ShapeError carries the operation and both shapes", () => {
  const error = new ShapeError("matmul", [2, 3], [4, 5], "why", ["a", "b"]);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("ShapeError");
  expect(error.operation).toBe("matmul");
  expect([error.left, error.right]).toEqual([
    [2, 3],
    [4, 5],
  ]);
  expect(error.message).toBe("matmul: a is 2 x 3, b is 4 x 5: why");
});
