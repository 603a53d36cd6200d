/** A page whose words are known without reading it: the text of a born-digital page, or none on a blank one. */
import { type Line, type PageText, unreadText } from '../domain/page-text.ts';
import { readCodes } from '../imaging/barcodes.ts';
import { decodeGrey } from '../imaging/codec.ts';

export interface CarryTextInput {
  readonly bytes: Uint8Array;
  readonly dpi: number | null;
  readonly maxPixels: number;
}

/** `lines` in pixels of the picture; codes are still looked for. */
export async function carryText(input: CarryTextInput, lines: readonly Line[]): Promise<PageText> {
  const picture = await decodeGrey(input.bytes, { maxPixels: input.maxPixels });
  return {
    ...unreadText({ ...picture, dpi: input.dpi }),
    source: lines.length > 0 ? 'pdf' : 'none',
    lines,
    codes: await readCodes(picture),
  };
}
