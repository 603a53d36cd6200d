import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../../shared/config/load-settings.ts';

describe('loadSettings', () => {
  it('takes defaults where nothing, or an empty text, is given', () => {
    expect(loadSettings({ PORT: '' })).toMatchObject({ port: 8080, ocrEngine: 'auto' });
  });

  it('reads values and lets overrides win', () => {
    expect(loadSettings({ PORT: '9000', JOBS: '3' }, { jobs: 1 })).toMatchObject({ port: 9000, jobs: 1 });
  });

  it.each([
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_AUDIENCE'],
    [{ OIDC_AUDIENCE: 'console' }, 'OIDC_ISSUER'],
  ])('refuses an identity provider that is half given: %o lacks %s', (given, variable) => {
    const detail = expect.objectContaining({ variable });
    expect(() => loadSettings(given)).toThrow(expect.objectContaining({ code: 'settings-invalid', detail }));
    expect(() => loadSettings({ OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'console' })).not.toThrow();
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['OCR_ENGINE', 'guess'],
    ['PUBLIC_BASE_URL', 'https://a.vn/'],
    ['UNIT_CODE', 'X12'],
  ])('refuses %s=%s by name, without repeating the value', (variable, value) => {
    const attempt = () => loadSettings({ [variable]: value });
    expect(attempt).toThrow(expect.objectContaining({ code: 'settings-invalid' }));
    expect(attempt).toThrow(variable);
    expect(attempt).not.toThrow(value);
  });
});
