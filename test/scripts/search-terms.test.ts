import { expect, test } from "vitest";
import { queryTerms, termsOf } from "../../scripts/typedoc/search/terms.js";

test("words lose their endings and their capitals", () => {
  expect(termsOf("Saving saved models")).toEqual(["save", "save", "model"]);
});

test("names in camel case are found as a whole and by their parts", () => {
  expect(termsOf("trainTestSplit")).toEqual(["traintestsplit", "train", "test", "split"]);
});

test("Chinese is cut into pairs of characters", () => {
  expect(termsOf("dW的交叉熵 层")).toEqual(["dw", "d", "w", "的交", "交叉", "叉熵", "层"]);
});

test("a question asks for its telling words only", () => {
  expect(queryTerms("How do I save a model?")).toEqual(termsOf("save model"));
  expect(queryTerms("Is it training?")).toEqual(["train"]);
});

test("words that are in every sentence count if there are no others", () => {
  expect(queryTerms("why not")).toEqual(["why", "not"]);
});
