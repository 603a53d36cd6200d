/** What a client must know before anybody signs in: where it is, how to sign in, and the limits. */
import { Hono } from 'hono';
import { provinceUnits } from '../../../shared/config/provinces.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiEnvironment } from '../environment.ts';

export function aboutRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  const { settings } = office;
  const province = provinceUnits.find((unit) => unit.code === settings.provinceCode);
  return new Hono<ApiEnvironment>()
    .get('/health', (context) => context.json({ ok: true }))
    .get('/api/about', (context) =>
      context.json({
        provinceCode: settings.provinceCode,
        provinceName: province?.name ?? null,
        unitCode: settings.unitCode,
        centreName: settings.centreName || null,
        hotline: settings.hotline || null,
        signIn: office.sessions ? 'password' : 'oidc',
        oidc: settings.oidcIssuer ? { issuer: settings.oidcIssuer, clientId: settings.oidcAudience } : null,
        practice: settings.practice === 'on',
        postalItemCodes: settings.postalItemCodes,
        limits: {
          partBytes: settings.uploadPartBytes,
          maxScanBytes: settings.maxScanBytes,
          maxScanPages: settings.maxScanPages,
        },
        ...(office.demoAccounts && isThisMachine(context.req.url)
          ? { demoAccounts: office.demoAccounts }
          : {}),
      }),
    );
}

/** A name that some other site lets point at this machine is not this machine. */
function isThisMachine(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
