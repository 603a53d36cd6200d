/** A page of a HỢP ĐỒNG THUÊ NHÀ in the small print of such contracts. */
import { MOTTO } from '../form-parts.ts';
import { drawSheet, type SheetStyle } from '../sheet.ts';

export interface Lease {
  readonly preamble: readonly string[];
  readonly articles: readonly (readonly [title: string, ...clauses: string[]])[];
}

export function drawLease(lease: Lease, style: SheetStyle = {}): string {
  const articles = lease.articles.map(
    ([title, ...clauses]) =>
      `<div class="bold" style="margin-top:1.6mm">${title}</div>${clauses.map((text) => `<p class="justify">${text}</p>`).join('')}`,
  );
  return drawSheet(
    `<div class="centre" style="line-height:1.25">${MOTTO}</div><h1 style="margin:3mm 0 2mm">HỢP ĐỒNG THUÊ NHÀ</h1>
    ${lease.preamble.map((text) => `<p>${text}</p>`).join('')}${articles.join('')}`,
    { sizePt: 9, lineHeight: 1.36, ...style },
  );
}
