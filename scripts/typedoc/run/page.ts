import { Cell } from "./cell.js";
import { hashOf, readHash } from "./link.js";
import { words } from "./words/index.js";

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
    return words.linkCopied;
  } catch {
    return words.linkInAddress;
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
    target?.say(words.fromLink);
  } catch {
    cells[0]?.say(words.linkDamaged);
  }
}

// typedoc's script reads them when a button to copy was pressed.
Object.assign((window as { translations?: object }).translations ?? {}, {
  copy: words.copy,
  copied: words.copied,
});

window.addEventListener("hashchange", open);
open();
