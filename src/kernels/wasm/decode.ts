/**
 * The bytes that a text stands for: a letter for each, by its place among `letters`, of which the first stands for 240, the seventeenth
 * for 0, and a `~` before it for each time that 96 is to be added.
 */
export function decode(text: string, letters: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let first = 240;
  for (const letter of text) {
    if (letter === "~") first += 96;
    else {
      bytes.push(first + letters.indexOf(letter));
      first = 240;
    }
  }
  return new Uint8Array(bytes);
}
