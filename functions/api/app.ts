/** The API and the first page over one office: only Web standards here, the same on any runtime. */
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { catalogue } from '../../shared/errors/catalogue.ts';
import { dispositions, toDigitizationError } from '../../shared/errors/disposition.ts';
import type { ApiOffice } from './api-office.ts';
import { dossierRoutes } from './routes/dossiers.ts';
import { fileRoutes } from './routes/files.ts';
import { firstPage } from './routes/first-page.ts';

export function createApp(office: ApiOffice): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        imgSrc: ["'self'"],
        styleSrc: ["'self'"],
        frameAncestors: ["'none'"],
        formAction: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  );
  app.route('/', firstPage(office));
  app.route('/', fileRoutes(office));
  app.route('/api', dossierRoutes(office));
  app.get('/health', (context) => context.json({ ok: true }));
  app.notFound((context) =>
    context.json({ code: 'record-missing', message: catalogue['record-missing'].vi }, 404),
  );
  app.onError((error, context) => {
    const failure = toDigitizationError(error);
    const { vi, remedyVi } = catalogue[failure.code];
    const level = failure.kind === 'defect' || failure.kind === 'unavailable' ? 'warn' : 'debug';
    office.log[level]('request-failed', { code: failure.code, path: context.req.routePath });
    return context.json(
      { code: failure.code, message: vi, remedy: remedyVi },
      dispositions[failure.kind].httpStatus as 500,
    );
  });
  return app;
}
