import { checkInteger } from "../errors/number.js";
import { isPlain } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { checkName } from "./check-name.js";
import { checkFits } from "./number-bytes.js";
import type { OnnxAttribute } from "./onnx-graph.js";

type Check = (place: string, value: unknown) => void;

/** Attributes hold float32, whatever the type of the model's numbers. */
const checkFloat: Check = (place, value) => checkFits(place, value, "float32");
const checkInt: Check = (place, value) => checkInteger(place, value, Number.MIN_SAFE_INTEGER);

const CHECKS: Readonly<Record<string, Check>> = {
  float: checkFloat,
  int: checkInt,
  string: (place, value) => typeof value === "string" || wrongType(place, value, "a string"),
  floats: eachOf(checkFloat),
  ints: eachOf(checkInt),
};

const EXPECTED = "one of { float }, { int }, { string }, { floats } and { ints }";

/** Throws unless these are the attributes of a node. */
export function checkAttributes(
  place: string,
  attributes: unknown,
): asserts attributes is Record<string, OnnxAttribute> {
  if (!isPlain(attributes)) wrongType(`${place}: attributes`, attributes, "a plain object");
  for (const [name, attribute] of Object.entries(attributes)) {
    checkName(`${place}: the name of an attribute`, name);
    const at = `${place}: ${name}`;
    if (!isPlain(attribute)) wrongType(at, attribute, EXPECTED);
    const [entry, ...others] = Object.entries(attribute);
    const check = entry && Object.hasOwn(CHECKS, entry[0]) ? CHECKS[entry[0]] : undefined;
    if (!entry || !check || others.length > 0) wrongType(at, Object.keys(attribute).join(", "), EXPECTED);
    check(at, entry[1]);
  }
}

function eachOf(check: Check): Check {
  return (place, values) => {
    if (!Array.isArray(values)) wrongType(place, values, "an array");
    for (const [i, value] of values.entries()) check(`${place}[${i}]`, value);
  };
}
