import { describe, expect, it } from 'vitest';
import { buildXmp } from '../../../shared/pdf/xmp.ts';

const paper = {
  title: 'Đơn',
  dossierCode: null,
  procedureCode: null,
  paperType: 'KHAC',
  conversion: null,
  convertedBy: null,
  resultCode: null,
  documentNumber: null,
  issuedOn: null,
  issuer: null,
  abstract: null,
  producer: 'p',
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
};

function build(changes: Partial<typeof paper> | Record<string, string>): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(buildXmp({ ...paper, ...changes }));
}

describe('buildXmp', () => {
  it('describes exactly the properties of its own that it uses', () => {
    const used = (xmp: string) => [...xmp.matchAll(/<bcci:(\w+)>/g)].map(([, name]) => name);
    const described = (xmp: string) =>
      [...xmp.matchAll(/<pdfaProperty:name>(\w+)</g)].map(([, name]) => name);
    const few = build({});
    expect(used(few)).toEqual(['paperType']);
    expect(described(few)).toEqual(used(few));
    const all = build({ dossierCode: 'H1', procedureCode: '1.0', convertedBy: 'Bưu điện' });
    expect(used(all)).toEqual(['dossierCode', 'procedureCode', 'paperType', 'convertedBy']);
    expect(described(all)).toEqual(used(all));
  });

  it('does not let a title become markup', () => {
    const xmp = build({ title: '</rdf:li><x a="1">&amp;' });
    expect(xmp).toContain('&#60;/rdf:li&#62;&#60;x a=&#34;1&#34;&#62;&#38;amp;');
  });

  it('says the time to the second', () => {
    expect(build({})).toContain('<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>');
  });
});
