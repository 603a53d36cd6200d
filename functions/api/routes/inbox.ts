/** The inbox: dossiers found by what they say and where they stand, within what the person may see. */
import { Hono } from 'hono';
import { z } from 'zod';
import { masksOf } from '../../../shared/config/masks.ts';
import { maskPieces } from '../../../shared/domain/mask-numbers.ts';
import { officeNamed } from '../../../shared/domain/province-directory.ts';
import { vietnamDate } from '../../../shared/domain/vietnam-time.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiEnvironment } from '../environment.ts';
import { searchScopeOf } from '../own.ts';
import { readQuery } from '../request.ts';

const PAGE = 50;

const value = z.string().min(1).max(100).optional();
const query = z.object({
  q: z.string().max(200).default(''),
  state: value,
  verdict: value,
  age: value,
  office: value,
  procedure: value,
  order: z.enum(['newest', 'oldest']).default('newest'),
  cursor: z.string().max(300).optional(),
});

export function inboxRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  const masks = masksOf(office.settings);
  return new Hono<ApiEnvironment>().get('/inbox', async (context) => {
    const { q, office: officeCode, procedure, order, cursor, ...same } = readQuery(context, query);
    const scope = searchScopeOf(office, context.var.person);
    if (scope === null) throw new DigitizationError('not-allowed');
    const filter = { ...same, officeCode, procedureCode: procedure };
    const { facets, ...page } = await office.search.find({
      words: q,
      scope,
      filter: Object.fromEntries(Object.entries(filter).filter(([, wanted]) => wanted !== undefined)),
      order,
      today: vietnamDate(office.clock.now()),
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const { officeCode: codes, procedureCode: procedures, ...others } = facets;
    const { directory } = office;
    const offices = codes.map((facet) => ({
      ...facet,
      name: directory && officeNamed(directory, facet.value),
    }));
    const hits = page.hits.map((hit) => ({ ...hit, snippet: maskPieces(hit.snippet, masks) }));
    return context.json({ ...page, hits, facets: { ...others, office: offices, procedure: procedures } });
  });
}
