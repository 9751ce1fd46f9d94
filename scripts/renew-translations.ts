// Gives Chinese pages the code of today's English pages and marks them as their translations: the pages named, or
// else all. Sentences are for people to translate, before this runs.
import { renew, translations } from "./translations/translation.js";

const named = process.argv.slice(2);
const all = translations();
const unknown = named.filter((path) => !all.some(({ chinese }) => chinese === path));
if (unknown.length > 0) {
  throw new Error(
    `${unknown}: no such page; expected some of ${all.map(({ chinese }) => chinese).join(", ")}`,
  );
}
for (const translation of all) {
  if (named.length > 0 && !named.includes(translation.chinese)) continue;
  try {
    renew(translation);
  } catch (error) {
    throw new Error(`${translation.chinese}: ${(error as Error).message}`, { cause: error });
  }
  console.log(`${translation.chinese} translates ${translation.english} as it is`);
}
