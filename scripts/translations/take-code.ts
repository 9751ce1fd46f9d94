const BLOCK = /^```.*?^```$/gms;

/** A comment that is for the reader, not a promise for the tests. */
export const REMARK: RegExp = /\/\/ (?!=>|≈|throws).*$/gm;

/** A Chinese page with the blocks of code of the English page. Remarks in the code stay Chinese. */
export function takeCode(chinese: string, english: string): string {
  const blocks = english.match(BLOCK) ?? [];
  const old = chinese.match(BLOCK) ?? [];
  if (old.length !== blocks.length) {
    throw new Error(`the page has ${old.length} blocks of code; expected ${blocks.length}, as in English`);
  }
  const renewed = blocks.map((block, i) => takeRemarks(block, old[i]?.match(REMARK) ?? []));
  return chinese.replace(BLOCK, () => renewed.shift() as string);
}

function takeRemarks(block: string, remarks: string[]): string {
  const count = block.match(REMARK)?.length ?? 0;
  if (count !== remarks.length) {
    throw new Error(`the translation of\n${block}\nhas ${remarks.length} remarks; expected ${count}`);
  }
  return block.replace(REMARK, () => remarks.shift() as string);
}
