import { Cell } from "./cell.js";
import { hashOf, readHash } from "./link.js";

const cells: Cell[] = [];
for (const block of document.querySelectorAll<HTMLElement>("pre[data-run]")) {
  const before = block.getAttribute("data-run") === "continued" ? cells.at(-1) : undefined;
  cells.push(new Cell(block, before, share));
}

/** Puts a cell and the edited ones into the address, and the address into the clipboard if it is open. */
async function share(cell: Cell): Promise<string> {
  const edited = cells.flatMap(({ editor }, i) => (editor.edited ? [[i, editor.code] as const] : []));
  const hash = hashOf({ code: Object.fromEntries(edited), target: cells.indexOf(cell) });
  history.replaceState(null, "", hash);
  try {
    await navigator.clipboard.writeText(location.href);
    return "Link copied";
  } catch {
    return "The link is in the address bar";
  }
}

/** Opens the cells that a link holds. They run only if the reader wants it. */
function open(): void {
  try {
    const shared = readHash(location.hash);
    if (shared === undefined) return;
    for (const [i, code] of Object.entries(shared.code)) cells[Number(i)]?.edit(code);
    const target = cells[shared.target];
    target?.edit();
    target?.scrollIntoView();
    target?.say("From a link: read it, then run it");
  } catch {
    cells[0]?.say("The link is damaged: its code could not be read");
  }
}

window.addEventListener("hashchange", open);
open();
