import { describe, expect, it } from 'vitest';
import { pdfHeaderOffset, sniffScanFormat } from '../../../shared/imaging/sniff.ts';
import { latin1 } from '../../support/pdf-objects.ts';

describe('a file is what its first bytes say', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['II*\0', 'tiff'],
    ['MM\0*', 'tiff'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['\0\0\0\x18ftypheic', 'heic'],
    ['\0\0\0\x1cftypavif', 'heic'],
    ['GIF89a', 'gif'],
    ['%PDF-1.4', 'pdf'],
    ['\0\0\0\x18ftypisom', 'unknown'],
    ['II+\0', 'unknown'],
    ['<svg/>', 'unknown'],
    ['', 'unknown'],
  ])('%j is %s', (start, format) => {
    expect(sniffScanFormat(latin1(start))).toBe(format);
  });

  it('finds a PDF header behind junk, but not behind a kilobyte of it', () => {
    expect(pdfHeaderOffset(latin1(`${' '.repeat(1000)}%PDF-1.7`))).toBe(1000);
    expect(sniffScanFormat(latin1(`${' '.repeat(1024)}%PDF-1.7`))).toBe('unknown');
  });

  it('does not take a picture for a PDF because it holds one', () => {
    expect(sniffScanFormat(latin1('\xff\xd8\xff\xfe\0\x09%PDF-1.7'))).toBe('jpeg');
  });
});
