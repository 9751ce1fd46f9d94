import { isPlain } from "../errors/options.js";
import { show, wrongType } from "../errors/wrong.js";

/**
 * What JSON text says, which must be an object. Throws if a name stands twice in an object: JSON.parse would
 * keep the last one.
 */
export function parseJSON(place: string, text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    wrongType(place, text, "JSON");
  }
  if (!isPlain(value)) wrongType(place, value, "a JSON object");
  checkUnique(place, text);
  return value;
}

/** Throws if a name stands twice in an object of valid JSON. */
function checkUnique(place: string, text: string): void {
  const open: Set<string>[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "{" || char === "[") open.push(new Set());
    if (char === "}" || char === "]") open.pop();
    if (char !== '"') continue;
    const start = i++;
    while (text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
    if (!isName(text, i + 1)) continue;
    const name: string = JSON.parse(text.slice(start, i + 1));
    const names = open.at(-1) as Set<string>;
    if (names.has(name)) throw new TypeError(`${place} has ${show(name)} twice; expected each name once`);
    names.add(name);
  }
}

/** Whether the string that ends before `end` is followed by a colon. */
function isName(text: string, end: number): boolean {
  let i = end;
  while (/\s/.test(text.charAt(i))) i++;
  return text[i] === ":";
}
