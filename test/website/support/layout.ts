/** What a page looks like, as numbers. */
export interface Layout {
  /** How many pixels of the page are to the right of the window. */
  readonly sideways: number;
  /** The start of each block of code that is wider than its frame. */
  readonly cutOff: readonly string[];
  readonly pictures: readonly Picture[];
  /** Numbers that break into two lines in a table. */
  readonly brokenNumbers: readonly string[];
  /** Headings with an empty line below their words. */
  readonly highHeadings: readonly string[];
  /** The start of each table of one or two columns that is wider than its frame. */
  readonly wideTables: readonly string[];
  /** How many rows of tables are empty lines. */
  readonly emptyRows: number;
}

interface Picture {
  readonly source: string;
  /** The height of its smallest letters in pixels; Infinity if it has none. */
  readonly smallestLetters: number;
  readonly broken: boolean;
}

/** Measures the page that it runs in. Everything it needs is inside. */
export async function measureLayout(): Promise<Layout> {
  const { clientWidth, scrollWidth } = document.documentElement;
  const code = [...document.querySelectorAll<HTMLElement>("pre > code")];
  const cells = [...document.querySelectorAll<HTMLElement>("td")];
  return {
    sideways: scrollWidth - clientWidth,
    cutOff: code
      .map((block) => block.parentElement as HTMLElement)
      .filter((frame) => frame.offsetParent !== null && frame.scrollWidth > frame.clientWidth)
      .map((frame) => frame.textContent.slice(0, 60)),
    pictures: await Promise.all(
      [...document.querySelectorAll<HTMLImageElement>("article img, .tsd-panel img")].map(look),
    ),
    brokenNumbers: cells
      .filter((cell) => /^[\d.,  -]+( [a-zA-Z]+)?$/.test(cell.textContent))
      .filter(broken)
      .map(({ textContent }) => textContent),
    highHeadings: [...document.querySelectorAll<HTMLElement>(".tsd-typography :is(h1, h2, h3, h4)")]
      .filter(
        (heading) => heading.offsetParent !== null && heading.clientHeight > 1.5 * heightOfWords(heading),
      )
      .map(({ textContent }) => textContent),
    wideTables: [...document.querySelectorAll<HTMLElement>(".tsd-typography table")]
      .filter((table) => table.scrollWidth > table.clientWidth && !table.querySelector("th:nth-child(3)"))
      .map(({ textContent }) => textContent.slice(0, 60)),
    emptyRows: [...document.querySelectorAll<HTMLElement>(".tsd-typography tr")].filter(
      (row) => row.offsetHeight > 0 && row.textContent.trim() === "" && !row.querySelector("img"),
    ).length,
  };

  function heightOfWords(heading: HTMLElement): number {
    const range = document.createRange();
    range.selectNodeContents(heading);
    range.setEndBefore(heading.querySelector(".tsd-anchor-icon") ?? (heading.lastChild as Node));
    return range.getBoundingClientRect().height;
  }

  async function look(picture: HTMLImageElement): Promise<Picture> {
    const { src, naturalWidth, clientWidth: width, complete } = picture;
    const text = await (await fetch(src)).text();
    const sizes = [...text.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    const smallestLetters = Math.min(...sizes) * (width / naturalWidth);
    return { source: new URL(src).pathname, smallestLetters, broken: !complete || naturalWidth === 0 };
  }

  function broken(cell: HTMLElement): boolean {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
  }
}
