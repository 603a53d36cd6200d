import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectPdfBytes } from '../../../shared/pdf/pdf-bytes.ts';
import { concatenate, latin1, type PdfObject, writePagesPdf } from '../../support/pdf-objects.ts';

function file(catalog = '', extra: PdfObject[] = []): Uint8Array {
  return writePagesPdf([{ content: '' }], { catalog, extra });
}

describe('what a PDF says beside its pages', () => {
  it('is nothing for a plain one', () => {
    const bytes = file('/OpenAction [3 0 R /Fit] /JSON /Launched');
    expect(inspectPdfBytes(bytes)).toEqual({
      warnings: [],
      cutShort: false,
      endOffset: bytes.length - 1,
      pageObjects: 1,
    });
  });

  it.each(['/JavaScript', '/JS (1)', '/Launch', '/SubmitForm', '/RichMedia', '/J#61vaScript'])(
    'is active with %s',
    (name) => {
      expect(inspectPdfBytes(file(`/OpenAction << /S ${name} >>`)).warnings).toEqual(['pdf-active-content']);
    },
  );

  it('is not what stands in a stream', () => {
    expect(
      inspectPdfBytes(file('', [{ dictionary: '', data: latin1('/JavaScript /Type /Page ') }])),
    ).toMatchObject({ warnings: [], pageObjects: 1 });
  });

  it('is what stands in an object stream', () => {
    const data = deflateSync(latin1('90 0 91 22 << /S /JavaScript    >><< /Type /Page >>'));
    const packed = { dictionary: '/Type /ObjStm /N 2 /First 11 /Filter /FlateDecode', data };
    expect(inspectPdfBytes(file('', [packed]))).toMatchObject({
      warnings: ['pdf-active-content'],
      pageObjects: 2,
    });
  });

  it('counts a page that was rewritten once', () => {
    const bytes = concatenate([
      file(),
      latin1('3 0 obj\n<< /Type /Page >>\nendobj\ntrailer << >>\nstartxref\n0\n%%EOF\n'),
    ]);
    expect(inspectPdfBytes(bytes)).toMatchObject({ pageObjects: 1, cutShort: false });
  });

  it('is cut short within a stream, or before a trailer', () => {
    const whole = Buffer.from(file('', [{ dictionary: '', data: new Uint8Array(99) }]));
    expect(inspectPdfBytes(whole.subarray(0, whole.lastIndexOf('endstream'))).cutShort).toBe(true);
    expect(inspectPdfBytes(whole.subarray(0, whole.lastIndexOf('xref\n0'))).cutShort).toBe(true);
  });

  it('forgives padding behind its end, but no foreign data', () => {
    expect(inspectPdfBytes(concatenate([file(), new Uint8Array(4096)])).warnings).toEqual([]);
    expect(
      inspectPdfBytes(concatenate([file(), latin1('PK\x03\x04 and what else a ZIP has')])).warnings,
    ).toEqual(['trailing-data']);
  });
});
