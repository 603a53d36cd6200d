/** Writes PDF files object by object, sound or broken on purpose: tests say every byte that matters to them. */

export type PdfObject = string | { readonly dictionary: string; readonly data: Uint8Array };

export interface PdfParts {
  /** Bodies of objects 1, 2, 3…; object 1 is the catalog. */
  readonly objects: readonly PdfObject[];
  /** Further entries of the trailer, e.g. `/Encrypt 9 0 R`. */
  readonly trailer?: string;
}

const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

/** A file with a correct cross-reference table. */
export function writePdf({ objects, trailer = '' }: PdfParts): Uint8Array {
  const parts: Uint8Array[] = [latin1(HEADER)];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  const add = (bytes: Uint8Array) => {
    parts.push(bytes);
    at += bytes.length;
  };
  objects.forEach((object, index) => {
    offsets.push(at);
    add(latin1(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') add(latin1(object));
    else {
      add(latin1(`<< ${object.dictionary} /Length ${object.data.length} >>\nstream\n`));
      add(object.data);
      add(latin1('\nendstream'));
    }
    add(latin1('\nendobj\n'));
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  add(latin1(`${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return concatenate(parts);
}

export interface PdfPageParts {
  /** Points. */
  readonly width?: number;
  readonly height?: number;
  /** Further entries of the page, e.g. `/Rotate 90`. */
  readonly entries?: string;
  /** Operators. */
  readonly content: string;
  /** Image XObjects that the content calls `/Im0`, `/Im1`…; a mask is named by `{n}` for the n-th picture. */
  readonly images?: readonly { readonly dictionary: string; readonly data: Uint8Array }[];
  /** Further resources, e.g. `/Font << … >>`. */
  readonly resources?: string;
}

/** A document of one page each; `catalog` adds entries to the catalog, `extra` objects are numbered behind the pages. */
export function writePagesPdf(
  pages: readonly PdfPageParts[],
  { catalog = '', extra = [] }: { catalog?: string; extra?: readonly PdfObject[] } = {},
): Uint8Array {
  const objects: PdfObject[] = [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, ''];
  const kids: string[] = [];
  for (const page of pages) {
    const { width = 595, height = 842, entries = '', content, images = [], resources = '' } = page;
    const number = objects.length + 1;
    const names = images.map((_, index) => `/Im${index} ${number + 2 + index} 0 R`).join(' ');
    kids.push(`${number} 0 R`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${number + 1} 0 R ` +
        `/Resources << /XObject << ${names} >> ${resources} >> ${entries} >>`,
      { dictionary: '', data: latin1(content) },
      ...images.map(({ dictionary, data }) => ({
        dictionary: `/Type /XObject /Subtype /Image ${dictionary.replace(/\{(\d)\}/g, (_, n) => `${number + 2 + Number(n)} 0 R`)}`,
        data,
      })),
    );
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`;
  return writePdf({ objects: [...objects, ...extra] });
}

export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
