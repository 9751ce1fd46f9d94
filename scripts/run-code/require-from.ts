/** What a module exports, by name. */
export type Module = Readonly<Record<string, unknown>>;

/** A `require` for some modules, which explains wrong names. */
export function requireFrom(modules: Readonly<Record<string, Module>>): (name: string) => Module {
  return (name) => {
    const module = modules[name];
    if (module === undefined) {
      const known = Object.keys(modules).join(", ");
      throw new Error(`"${name}" can't be imported on this page; expected one of ${known}`);
    }
    return new Proxy({ ...module, __esModule: true } as Module, {
      get(target, key) {
        if (typeof key === "string" && !(key in target)) throw new Error(`"${name}" has no export "${key}"`);
        return Reflect.get(target, key);
      },
    });
  };
}
