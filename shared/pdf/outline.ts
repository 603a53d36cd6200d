/** Adds the bookmarks that a reader shows beside the pages. */
import { type PDFContext, PDFHexString, type PDFRef } from 'pdf-lib';
import { DigitizationError } from '../errors/digitization-error.ts';

export interface Bookmark {
  readonly title: string;
  /** From 1. */
  readonly page: number;
}

/**
 * A flat outline (ISO 32000-1, 12.3.3) over `pageRefs`; null when there are no bookmarks.
 * @throws DigitizationError `unexpected` for a bookmark to a page that is not there.
 */
export function addOutline(
  context: PDFContext,
  bookmarks: readonly Bookmark[],
  pageRefs: readonly PDFRef[],
): PDFRef | null {
  if (bookmarks.length === 0) return null;
  const outlineRef = context.nextRef();
  const refs = bookmarks.map(() => context.nextRef());
  bookmarks.forEach(({ title, page }, index) => {
    const pageRef = pageRefs[page - 1];
    if (pageRef === undefined) throw new DigitizationError('unexpected', { bookmarkPage: page });
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: outlineRef,
      Prev: refs[index - 1],
      Next: refs[index + 1],
      Dest: [pageRef, 'Fit'],
    });
    context.assign(refs[index]!, item);
  });
  const outline = context.obj({
    Type: 'Outlines',
    First: refs[0],
    Last: refs.at(-1),
    Count: refs.length,
  });
  context.assign(outlineRef, outline);
  return outlineRef;
}
