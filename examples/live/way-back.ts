import type { Plugin } from "vite";

/** Notes in the page where the site is that it is a part of, if it is built into one. */
export function noteSite(): Plugin {
  let inSite = false;
  return {
    name: "note-site",
    configResolved({ build }) {
      inSite = /\bsite[\\/]live[\\/]?$/.test(build.outDir);
    },
    transformIndexHtml: () =>
      inSite ? [{ tag: "link", attrs: { rel: "up", href: "../index.html" }, injectTo: "head" }] : [],
  };
}
