/** The procedure catalogue in force, searched by code or by words without tone marks. */
import { Hono } from 'hono';
import { z } from 'zod';
import { searchProcedures } from '../../../shared/domain/procedure.ts';
import { loadCatalogue } from '../../../shared/pipeline/procedure-catalogue.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiEnvironment } from '../environment.ts';
import { readQuery } from '../request.ts';

const MOST_SHOWN = 50;

const query = z.object({ q: z.string().max(200).default('') });

export function procedureRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>().get('/procedures', async (context) => {
    const { q } = readQuery(context, query);
    const catalogue = await loadCatalogue(office);
    return context.json(searchProcedures(catalogue?.procedures ?? [], q).slice(0, MOST_SHOWN));
  });
}
