/** QR and Code 128 as SVG, exactly as a printer would set them. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

let ready: Promise<unknown> | null = null;

async function loadWriter(): Promise<void> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
}

/** Stretches to the box it is put in; UTF-8 inside. */
export async function drawQr(text: string, ecLevel: 'L' | 'M' | 'Q' = 'M'): Promise<string> {
  return await draw(text, { format: 'QRCode', options: `ecLevel=${ecLevel}`, addQuietZones: false });
}

export async function drawCode128(text: string): Promise<string> {
  return await draw(text, { format: 'Code128', addQuietZones: false });
}

async function draw(text: string, options: Parameters<typeof writeBarcode>[1]): Promise<string> {
  ready ??= loadWriter();
  await ready;
  const { svg, error } = await writeBarcode(text, options);
  if (error) throw new Error(error);
  const body = svg.slice(svg.indexOf('<svg'));
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(body) ?? [];
  return body.replace(
    /<svg[^>]*>/,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" ` +
      'width="100%" height="100%" shape-rendering="crispEdges" aria-hidden="true">',
  );
}
