/** Makes an element with properties, such as `className` and `ariaLabel`, and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

let made = 0;

/** A new id, for a label or a description to name an element by. */
export function newId(): string {
  made++;
  return `e${made}`;
}
