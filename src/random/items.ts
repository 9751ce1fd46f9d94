import { checkList } from "../errors/list.js";
import { checkInteger } from "../errors/number.js";
import { wrongType } from "../errors/wrong.js";

/** How many items an array made here may have. Engines end the process over one twice as long. */
const MOST = 2 ** 26;

/** Throws unless an array of `count` items can be made. */
export function checkCount(place: string, count: unknown, low = 0): asserts count is number {
  checkInteger(place, count, low, MOST);
}

/** An array of `count` items. Not `Array.from`, which takes five times as long for the longest arrays. */
export function listOf<T>(count: number, item: (index: number) => T): T[] {
  const list: T[] = [];
  for (let i = 0; i < count; i++) list.push(item(i));
  return list;
}

/** Throws unless `items` is an array without holes, or a typed array that still has its buffer. */
export function checkItems(
  place: string,
  items: unknown,
  expected?: string,
): asserts items is ArrayLike<unknown> {
  checkList(place, items, expected);
  if (ArrayBuffer.isView(items)) {
    checkBuffer(place, items);
    return;
  }
  for (let i = 0; i < items.length; i++) {
    if (!(i in items)) throw new TypeError(`${place}[${i}] is a hole; expected an array without holes`);
  }
}

function checkBuffer(place: string, items: object): void {
  try {
    // Throws if the buffer was transferred away, or is resizable and has become too short.
    (items as Uint8Array).keys();
  } catch {
    wrongType(place, items, "an array whose buffer has not been transferred away or shortened");
  }
}
