/**
 * Something that Node's `console.log` prints as `String` does.
 *
 * The one class with a computed method name: bundlers keep such a class, used or not, so this is all they
 * keep.
 */
export abstract class Printable {
  /** What is printed. */
  abstract toString(): string;

  /** What `console.log` prints in Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
