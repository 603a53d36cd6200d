/** Brings numbered pages that lie apart to the paper that lacks them. */
import type { PageGroup, ReadPage } from './group-pages.ts';
import { numberPages } from './page-sequence.ts';
import { UNKNOWN_PAPER_TYPE } from './paper.ts';

/** Pages of signed files, and those that a person put in their place. */
export function isLeftAsIs({ signed, assigned }: PageGroup): boolean {
  return signed || assigned !== undefined;
}

/** A numbered page that came before the rest of its paper lies alone until the paper shows which page it lacks. */
export function gatherStrayPages(groups: readonly PageGroup[]): PageGroup[] {
  const strays = new Set<PageGroup>();
  for (const stray of groups) {
    const [page] = stray.pages;
    const number = page!.signs.numbering?.number ?? 0;
    if (isLeftAsIs(stray) || stray.type !== UNKNOWN_PAPER_TYPE || stray.pages.length > 1 || number < 2)
      continue;
    const home = groups.find(
      (group) =>
        group !== stray && !isLeftAsIs(group) && isNextTo(group, page!) && lacksNumber(group, number),
    );
    if (!home) continue;
    home.pages.push(page!);
    strays.add(stray);
  }
  return groups.filter((group) => !strays.has(group));
}

function isNextTo({ pages }: PageGroup, { number }: ReadPage): boolean {
  return pages.some((page) => Math.abs(page.number - number) === 1);
}

/** Whether the number is the next one, or a gap, in a paper all of whose pages are numbered. */
function lacksNumber({ pages }: PageGroup, number: number): boolean {
  const numbered = numberPages(pages);
  if (numbered === null) return false;
  const numbers = numbered.map(({ printed }) => printed);
  return !numbers.includes(number) && number <= Math.max(...numbers) + 1 && numbers.includes(1);
}
