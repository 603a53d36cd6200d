/** Names a document by what is in it, so that writing it again gives the same file. */
import { createHash } from 'node:crypto';
import { type PDFContext, PDFHexString, PDFRawStream } from 'pdf-lib';

/** The two equal halves of a new file's identifier (ISO 32000-1, 14.4), from all objects of `context` so far. */
export function deriveDocumentId(context: PDFContext): PDFHexString[] {
  const hash = createHash('sha256');
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    hash.update(`${ref}\n`);
    if (object instanceof PDFRawStream) hash.update(`${object.dict}`).update(object.contents);
    else hash.update(`${object}`);
  }
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32));
  return [id, id];
}
