/** The name of the element at `index` of `data`, such as "x[2, 0]". */
export function placeOf(name: string, { cols }: { readonly cols: number }, index: number): string {
  return `${name}[${Math.floor(index / cols)}, ${index % cols}]`;
}
