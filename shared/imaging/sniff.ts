/** Tells what a delivered file is by its first bytes; a name or a declared type is never asked. */

export type ScanFormat = 'jpeg' | 'png' | 'tiff' | 'webp' | 'pdf' | 'heic' | 'gif' | 'unknown';

export const SCAN_MEDIA_TYPES = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  webp: 'image/webp',
  pdf: 'application/pdf',
} as const;

/** Readers accept junk before the header within this many bytes (PDF 1.7, appendix H, note 13). */
const PDF_HEADER_WINDOW = 1024;

const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']);

export function sniffScanFormat(bytes: Uint8Array): ScanFormat {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return 'tiff';
  if (latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 12) === 'WEBP') return 'webp';
  if (latin1(bytes, 4, 8) === 'ftyp' && HEIF_BRANDS.has(latin1(bytes, 8, 12))) return 'heic';
  if (latin1(bytes, 0, 4) === 'GIF8') return 'gif';
  return pdfHeaderOffset(bytes) === null ? 'unknown' : 'pdf';
}

/** Where `%PDF-` stands near the start; null when the file is no PDF. */
export function pdfHeaderOffset(bytes: Uint8Array): number | null {
  const offset = latin1(bytes, 0, PDF_HEADER_WINDOW).indexOf('%PDF-');
  return offset < 0 ? null : offset;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((value, index) => bytes[index] === value);
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
