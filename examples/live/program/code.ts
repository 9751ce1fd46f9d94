/** The names that a program takes from the library. */
export class Imports {
  private readonly names = new Set<string>();

  /** The name itself, which the program now imports. */
  use(name: string): string {
    this.names.add(name);
    return name;
  }

  /** The statement that imports all of them. */
  statement(): string {
    const names = [...this.names].sort();
    const line = `import { ${names.join(", ")} } from "spiralnet";`;
    if (line.length <= WIDTH) return line;
    return `import {\n${wrapped(names.map((name) => `${name},`))}\n} from "spiralnet";`;
  }
}

/** No line of a program need be longer. */
const WIDTH = 100;

/** Items behind each other, as many to an indented line as have room. */
export function wrapped(items: readonly string[]): string {
  const lines: string[] = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + item.length <= WIDTH)
      lines[lines.length - 1] = `${line} ${item}`;
    else lines.push(`  ${item}`);
  }
  return lines.join("\n");
}

/** A number as one writes it, such as 0.001 or 10_000, and exactly that number. */
export function literal(value: number): string {
  if (Number.isInteger(value) && value >= 10_000 && value < 1e15) {
    return value.toLocaleString("en-US").replaceAll(",", "_");
  }
  return Object.is(value, -0) ? "-0" : String(value);
}

/** An object of options; those without a text are left out. `{ random: "random" }` becomes `{ random }`. */
export function options(entries: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(entries).filter(([, text]) => text !== undefined);
  return `{ ${given.map(([name, text]) => (name === text ? name : `${name}: ${text}`)).join(", ")} }`;
}

/** The text of a number, unless it is what the library takes anyway. */
export function unless(usual: number, value: number): string | undefined {
  return value === usual ? undefined : literal(value);
}
