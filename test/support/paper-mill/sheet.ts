/** The blank sheet every paper starts from: size, margins, fonts, and the few classes that forms share. */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const A4 = { widthMm: 210, heightMm: 297 } as const;

/** Handwriting from npm (OFL); see README.md. */
const HANDS = ['charm', 'patrick-hand'];

export interface SheetStyle {
  readonly font?: string;
  readonly sizePt?: number;
  readonly lineHeight?: number;
  /** CSS order: top right bottom left. */
  readonly marginMm?: readonly [number, number, number, number];
  readonly background?: string;
  /** Less than A4 for a sheet cut short. */
  readonly heightMm?: number;
}

export function drawSheet(body: string, style: SheetStyle = {}): string {
  const { font = 'Tinos', sizePt = 13, lineHeight = 1.42, marginMm = [16, 16, 12, 27] } = style;
  const margins = marginMm.map((mm) => `${mm}mm`).join(' ');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8">${handLinks()}<style>
    * { box-sizing: border-box; margin: 0; padding: 0; }
    body { width: 210mm; height: ${style.heightMm ?? A4.heightMm}mm; overflow: hidden; position: relative; color: #000;
      background: ${style.background ?? '#fff'}; font: ${sizePt}pt/${lineHeight} '${font}'; padding: ${margins}; }
    ${SHARED_CSS}</style></head><body>${body}</body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function handLinks(): string {
  const folder = process.env.PAPER_MILL_FONTS ?? 'node_modules';
  return HANDS.map((name) => {
    const css = pathToFileURL(resolve(folder, '@fontsource', name, '400.css')).href;
    return `<link rel="stylesheet" href="${css}">`;
  }).join('');
}

const SHARED_CSS = `
  h1 { font-size: 1.22em; line-height: 1.3; text-align: center; font-weight: bold; }
  .centre { text-align: center; } .right { text-align: right; } .bold { font-weight: bold; } .italic { font-style: italic; }
  .justify { text-align: justify; } .indent { text-indent: 10mm; }
  .head { display: flex; justify-content: space-between; text-align: center; line-height: 1.25; }
  .rule { width: 34%; margin: 0.6mm auto 0; border-top: 0.3mm solid #000; }
  .row { display: flex; gap: 1.5mm; white-space: nowrap; }
  .cell { display: flex; gap: 1.5mm; flex: 1 1 0; min-width: 0; position: relative; }
  .fill { flex: 1 1 0; min-width: 0; overflow: hidden; position: relative; display: flex; }
  .dots { flex: 1 1 0; min-width: 0; overflow: hidden; letter-spacing: 0.04em; padding-left: 0.6mm; }
  .hand .dots { position: absolute; inset: 0; padding: 0; }
  .hand .value { position: relative; top: -0.5mm; padding-left: 3mm; line-height: 1; align-self: center; }
  .box { display: inline-block; width: 3.6mm; height: 3.6mm; border: 0.3mm solid #000; vertical-align: -0.4mm; position: relative; }
  .box.ticked::after { content: '×'; position: absolute; inset: -1.6mm 0 0 0.45mm; font: bold 14pt/1 'Arimo'; }
  .sign { text-align: center; line-height: 1.3; position: relative; }
  .ink { position: absolute; pointer-events: none; mix-blend-mode: multiply; }
  table { border-collapse: collapse; width: 100%; } td, th { border: 0.3mm solid #000; padding: 0.6mm 1.6mm; }
`;
