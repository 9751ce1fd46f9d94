import { transform } from "sucrase";

/** Takes the types out of TypeScript and makes it a CommonJS module. Every line keeps its number. */
export function toJavaScript(code: string): string {
  return transform(code, { transforms: ["typescript", "imports"], disableESTransforms: true }).code;
}
