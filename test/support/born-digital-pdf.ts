/** A page typed on a computer, as a PDF of text; with or without a signature field over its bytes. */
import { latin1, writePagesPdf } from './pdf-objects.ts';

const FONT =
  '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>';

export function bornDigitalPdf(lines: readonly string[], catalog = ''): Uint8Array {
  const rows = lines.map((line, index) => `1 0 0 1 72 ${760 - index * 28} Tm (${line}) Tj`);
  const content = `BT /F1 14 Tf ${rows.join('\n')} ET`;
  return writePagesPdf([{ content, resources: FONT }], { catalog });
}

/** The signature's value is empty: what counts here is that nobody touches the bytes it covers. */
export function signedPdf(lines: readonly string[]): Uint8Array {
  const value =
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 100 200 AAAAAAAAAA] /Contents <00> >>';
  const field = `<< /FT /Sig /T (s) /V ${value} >>`;
  const file = Buffer.from(bornDigitalPdf(lines, `/AcroForm << /SigFlags 3 /Fields [${field}] >>`)).toString(
    'latin1',
  );
  return latin1(file.replace('AAAAAAAAAA', String(file.length - 200).padEnd(10)));
}
