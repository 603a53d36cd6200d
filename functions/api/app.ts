/** The API over one office: only Web standards here, the same on any runtime. */
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import type { ApiOffice } from './api-office.ts';
import { BatchPreviews } from './batch-preview.ts';
import type { ApiEnvironment } from './environment.ts';
import { gate } from './gate.ts';
import { isOverTls } from './identify.ts';
import { answerFailure } from './problem.ts';
import { aboutRoutes } from './routes/about.ts';
import { actRoutes } from './routes/acts.ts';
import { batchRoutes } from './routes/batches.ts';
import { controlRoutes } from './routes/control.ts';
import { dossierRoutes } from './routes/dossiers.ts';
import { fileRoutes } from './routes/files.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { pageRoutes } from './routes/pages.ts';
import { paperRoutes } from './routes/paper.ts';
import { procedureRoutes } from './routes/procedures.ts';
import { sessionRoutes } from './routes/session.ts';
import { streamRoutes } from './routes/stream.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { userRoutes } from './routes/users.ts';

/** A manifest of a thousand papers has a fifth of that. */
const MOST_BODY_BYTES = 2_000_000;

export interface AppPlace {
  /** Answers whatever is no data, with the web app's own files. */
  readonly console?: (request: Request) => Promise<Response>;
  /** That the settings were read from. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Nothing goes on once a request is answered, and no answer stays open. */
  readonly sleepsBetweenRequests?: boolean;
}

export function createApp(office: ApiOffice, place: AppPlace = {}): Hono<ApiEnvironment> {
  const { console, environment = {}, sleepsBetweenRequests = false } = place;
  const app = new Hono<ApiEnvironment>();
  const previews = new BatchPreviews(office, !sleepsBetweenRequests);
  app.onError((error, context) => answerFailure(error, context, office));
  app.notFound((context) => answerFailure(new DigitizationError('record-missing'), context, office));
  app.use(sendHeaders(office));
  if (console) {
    app.use((context, next) => (isData(context.req.path) ? next() : console(context.req.raw)));
  }
  app.use(gate(office));
  app.use(limitBody());
  app.use('/api/*', async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  });
  app.route('/', aboutRoutes(office));
  app.route('/', fileRoutes(office));
  app.route('/api', sessionRoutes(office));
  app.route('/api', procedureRoutes(office));
  app.route('/api', batchRoutes(office, previews));
  app.route('/api', paperRoutes(office, previews));
  app.route('/api', uploadRoutes(office));
  app.route('/api', streamRoutes(office, previews, !sleepsBetweenRequests));
  app.route('/api', pageRoutes(office));
  app.route('/api', inboxRoutes(office));
  app.route('/api', dossierRoutes(office));
  app.route('/api', actRoutes(office));
  app.route('/api', controlRoutes(office, environment));
  app.route('/api', userRoutes(office));
  return app;
}

function isData(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/files/') || path === '/health';
}

/** Parts of files have a limit of their own, by their announced length. */
function limitBody(): MiddlewareHandler<ApiEnvironment> {
  const limit = bodyLimit({
    maxSize: MOST_BODY_BYTES,
    onError: () => {
      throw new DigitizationError('request-invalid', { field: 'body', limit: MOST_BODY_BYTES });
    },
  });
  return (context, next) => (context.req.path.startsWith('/api/uploads/') ? next() : limit(context, next));
}

/** Pages may ask the identity provider for a token, where there is one; data has no need to ask anybody. */
function sendHeaders({ settings, bearerTokens }: ApiOffice): MiddlewareHandler<ApiEnvironment> {
  return async (context, next) => {
    const asked = isData(context.req.path) ? [] : ((await bearerTokens?.origins()) ?? []);
    return headers(isOverTls(settings), asked)(context, next);
  };
}

/** No inline script, no foreign origin but those named; WebAssembly reads bar codes and old picture formats in the browser. */
function headers(overTls: boolean, origins: readonly string[]) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", ...origins],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
    },
    permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: overTls ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
  });
}
