/** Builds an sRGB colour profile from the published figures of the standard: our own bytes, so no foreign licence. */

/** Colorants of IEC 61966-2-1, adapted from D65 to the profile's D50 by the Bradford matrix; XYZ. */
const RED = [0.43607, 0.22249, 0.01392];
const GREEN = [0.38515, 0.71687, 0.09708];
const BLUE = [0.14307, 0.06061, 0.7141];
const D50 = [0.9642, 1, 0.8249];
const CURVE_POINTS = 1024;
/** PCS illuminant and signature fields are at fixed places: ICC.1:2001-04, 6.1. */
const HEADER_LENGTH = 128;

/** A version 2 display profile (ICC.1:2001-04), which PDF 1.4 and so PDF/A-1 can read. */
export function buildSrgbProfile(): Uint8Array {
  const curve = curveElement();
  const tags: [string, Uint8Array][] = [
    ['desc', descriptionElement('sRGB')],
    ['cprt', textElement('No copyright: figures of IEC 61966-2-1')],
    ['wtpt', xyzElement(D50)],
    ['rXYZ', xyzElement(RED)],
    ['gXYZ', xyzElement(GREEN)],
    ['bXYZ', xyzElement(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const elements = [...new Set(tags.map(([, element]) => element))];
  const offsets = new Map<Uint8Array, number>();
  let length = HEADER_LENGTH + 4 + 12 * tags.length;
  for (const element of elements) {
    offsets.set(element, length);
    length += (element.length + 3) & ~3;
  }
  const profile = new Uint8Array(length);
  const view = new DataView(profile.buffer);
  writeHeader(profile, view);
  view.setUint32(HEADER_LENGTH, tags.length);
  tags.forEach(([signature, element], index) => {
    const at = HEADER_LENGTH + 4 + 12 * index;
    writeAscii(profile, at, signature);
    view.setUint32(at + 4, offsets.get(element)!);
    view.setUint32(at + 8, element.length);
  });
  for (const [element, offset] of offsets) profile.set(element, offset);
  return profile;
}

function writeHeader(profile: Uint8Array, view: DataView): void {
  view.setUint32(0, profile.length);
  view.setUint32(8, 0x02100000);
  writeAscii(profile, 12, 'mntrRGB XYZ ');
  // A date is asked for; that of the standard keeps the bytes the same for ever.
  [1999, 10, 18, 0, 0, 0].forEach((part, index) => {
    view.setUint16(24 + 2 * index, part);
  });
  writeAscii(profile, 36, 'acsp');
  D50.forEach((value, index) => {
    view.setInt32(68 + 4 * index, toFixed16(value));
  });
}

/** The sRGB transfer curve from coded value to light, sampled evenly. */
function curveElement(): Uint8Array {
  const element = new Uint8Array(12 + 2 * CURVE_POINTS);
  const view = new DataView(element.buffer);
  writeAscii(element, 0, 'curv');
  view.setUint32(8, CURVE_POINTS);
  for (let i = 0; i < CURVE_POINTS; i++) {
    const coded = i / (CURVE_POINTS - 1);
    const light = coded <= 0.04045 ? coded / 12.92 : ((coded + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + 2 * i, Math.round(light * 0xffff));
  }
  return element;
}

function xyzElement(xyz: readonly number[]): Uint8Array {
  const element = new Uint8Array(20);
  const view = new DataView(element.buffer);
  writeAscii(element, 0, 'XYZ ');
  xyz.forEach((value, index) => {
    view.setInt32(8 + 4 * index, toFixed16(value));
  });
  return element;
}

function textElement(text: string): Uint8Array {
  const element = new Uint8Array(8 + text.length + 1);
  writeAscii(element, 0, 'text');
  writeAscii(element, 8, text);
  return element;
}

/** An ASCII name with empty Unicode and Macintosh names, which version 2 wants room for. */
function descriptionElement(name: string): Uint8Array {
  const element = new Uint8Array(12 + name.length + 1 + 8 + 70);
  writeAscii(element, 0, 'desc');
  new DataView(element.buffer).setUint32(8, name.length + 1);
  writeAscii(element, 12, name);
  return element;
}

function toFixed16(value: number): number {
  return Math.round(value * 0x10000);
}

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
