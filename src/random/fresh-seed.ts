/** A seed that differs from call to call; from `Math.random` in runtimes and realms without `crypto`. */
export function freshSeed(): number {
  const crypto: Partial<Crypto> | undefined = globalThis.crypto;
  if (crypto?.getRandomValues === undefined) return Math.floor(Math.random() * 2 ** 32);
  return crypto.getRandomValues(new Uint32Array(1))[0] as number;
}
