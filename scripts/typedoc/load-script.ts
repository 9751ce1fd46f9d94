const running = document.currentScript as HTMLScriptElement;

const loading: Map<string, Promise<void>> = new Map();

/** Loads a script that lies beside the running one, once. A classic script also loads in a page opened as a file. */
export function loadScript(name: string): Promise<void> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const loaded = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(name, running.src).href;
    script.onload = () => resolve();
    script.onerror = () => {
      loading.delete(name); // the next call tries again
      reject(new Error(`${script.src} could not be loaded`));
    };
    document.head.append(script);
  });
  loading.set(name, loaded);
  return loaded;
}
