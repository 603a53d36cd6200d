/** An opened PDF page: its visible box, how it is turned, and everything that is painted on it from bottom to top. */
import {
  areaOf,
  IDENTITY,
  intersect,
  multiply,
  type PageRect,
  type PdfMatrix,
  transformRect,
  unitSquare,
} from './page-geometry.ts';
import type { Pdfium, Pointer } from './pdfium.ts';

export interface Painted {
  readonly kind: 'image' | 'text' | 'drawing';
  readonly object: Pointer;
  readonly bounds: PageRect;
  /** Places the object's own space on the page; for an image the unit square. */
  readonly matrix: PdfMatrix;
  /** Seen through, blended or clipped to a part. */
  readonly partly: boolean;
}

const OBJECT_TEXT = 1;
const OBJECT_PATH = 2;
const OBJECT_IMAGE = 3;
const OBJECT_SHADING = 4;
const OBJECT_FORM = 5;
/** Text render modes that leave no ink (ISO 32000-1, table 106): the layer of a searchable scan. */
const INVISIBLE_TEXT = new Set([3, 7]);
/** A page with more is a drawing in any case; the walk need not see it all. */
const MAX_OBJECTS = 20_000;
const MAX_FORM_DEPTH = 8;
const THICKEST_RULE_PT = 3;
const SHORTEST_RULE_PT = 12;
/** A frame drawn as an outer and an inner rectangle. */
const FRAME_SEGMENTS = 12;
/** Clip edges and picture edges are rounded differently by their writers. */
const CLIP_TOLERANCE = 0.01;

export class PdfPage {
  readonly handle: Pointer;
  readonly #pdfium: Pdfium;

  constructor(pdfium: Pdfium, handle: Pointer) {
    this.#pdfium = pdfium;
    this.handle = handle;
  }

  /** The part that viewers show. */
  get box(): PageRect {
    const { calls } = this.#pdfium;
    const [left, top, right, bottom] = this.#pdfium.readFloats(4, (base) =>
      calls.FPDF_GetPageBoundingBox(this.handle, base!),
    ) ?? [0, 0, 0, 0];
    return { left: left!, bottom: bottom!, right: right!, top: top! };
  }

  /** Clockwise quarter turns, 0-3. */
  get quarterTurns(): number {
    return this.#pdfium.calls.FPDFPage_GetRotation(this.handle) & 3;
  }

  setCropBox({ left, bottom, right, top }: PageRect): void {
    this.#pdfium.calls.FPDFPage_SetCropBox(this.handle, left, bottom, right, top);
  }

  /** Bottom to top, contents of form XObjects in place; what leaves no ink is left out. */
  listPainted(): Painted[] {
    const { calls } = this.#pdfium;
    const { box } = this;
    const painted: Painted[] = [];
    const walk = (container: Pointer, inForm: boolean, outer: PdfMatrix, partly: boolean, depth: number) => {
      const count = inForm
        ? calls.FPDFFormObj_CountObjects(container)
        : calls.FPDFPage_CountObjects(container);
      for (let index = 0; index < count && painted.length < MAX_OBJECTS; index++) {
        const object = inForm
          ? calls.FPDFFormObj_GetObject(container, index)
          : calls.FPDFPage_GetObject(container, index);
        const type = calls.FPDFPageObj_GetType(object);
        const seenPartly = partly || calls.FPDFPageObj_HasTransparency(object) !== 0;
        const matrix = multiply(this.#matrixOf(object), outer);
        const clipped = this.#isClipped(object, inForm ? null : box);
        if (type === OBJECT_FORM && depth < MAX_FORM_DEPTH) {
          walk(object, true, matrix, seenPartly || clipped, depth + 1);
        } else if (this.#leavesInk(object, type)) {
          const bounds =
            type === OBJECT_IMAGE ? unitSquare(matrix) : transformRect(this.#boundsOf(object), outer);
          const kind = type === OBJECT_IMAGE ? 'image' : type === OBJECT_TEXT ? 'text' : 'drawing';
          painted.push({ kind, object, bounds, matrix, partly: seenPartly || clipped });
        }
      }
    };
    walk(this.handle, false, IDENTITY, false, 0);
    return painted;
  }

  /** True for paper-white filling without an outline. */
  isWhiteFill({ object, kind }: Painted): boolean {
    if (kind !== 'drawing' || this.#pdfium.calls.FPDFPageObj_GetType(object) !== OBJECT_PATH) return false;
    const [, stroked] = this.#drawMode(object);
    return !stroked && this.#fillColour(object).every((channel) => channel >= 250);
  }

  /** A drawn line is an edge; a cell or frame has four; what has many segments is a picture and has none. */
  edgesOf({ object, kind, bounds }: Painted): PageRect[] {
    const { calls } = this.#pdfium;
    if (kind !== 'drawing' || calls.FPDFPageObj_GetType(object) !== OBJECT_PATH) return [];
    if (calls.FPDFPath_CountSegments(object) > FRAME_SEGMENTS) return [];
    const { left, bottom, right, top } = bounds;
    const longer = Math.max(right - left, top - bottom);
    if (longer < SHORTEST_RULE_PT) return [];
    if (Math.min(right - left, top - bottom) <= THICKEST_RULE_PT) return [bounds];
    return [
      { left, right, bottom: top - 1, top },
      { left, right, bottom, top: bottom + 1 },
      { left, right: left + 1, bottom, top },
      { left: right - 1, right, bottom, top },
    ];
  }

  #leavesInk(object: Pointer, type: number): boolean {
    const { calls } = this.#pdfium;
    if (type === OBJECT_TEXT) {
      return (
        !INVISIBLE_TEXT.has(calls.FPDFTextObj_GetTextRenderMode(object)) && this.#fillColour(object)[3] !== 0
      );
    }
    if (type === OBJECT_PATH) {
      const [filled, stroked] = this.#drawMode(object);
      return filled !== 0 || stroked !== 0;
    }
    return type === OBJECT_IMAGE || type === OBJECT_SHADING || type === OBJECT_FORM;
  }

  #drawMode(path: Pointer): [filled: number, stroked: number] {
    const mode = this.#pdfium.readIntegers(2, (fill, stroke) =>
      this.#pdfium.calls.FPDFPath_GetDrawMode(path, fill!, stroke!),
    );
    return [mode?.[0] ?? 1, mode?.[1] ?? 0];
  }

  #fillColour(object: Pointer): number[] {
    const { calls } = this.#pdfium;
    const colour = this.#pdfium.readIntegers(4, (r, g, b, a) =>
      calls.FPDFPageObj_GetFillColor(object, r!, g!, b!, a!),
    );
    return colour ?? [0, 0, 0, 255];
  }

  #matrixOf(object: Pointer): PdfMatrix {
    const matrix = this.#pdfium.readFloats(6, (base) =>
      this.#pdfium.calls.FPDFPageObj_GetMatrix(object, base!),
    );
    return (matrix as unknown as PdfMatrix | null) ?? IDENTITY;
  }

  #boundsOf(object: Pointer): PageRect {
    const bounds = this.#pdfium.readFloats(4, (left, bottom, right, top) =>
      this.#pdfium.calls.FPDFPageObj_GetBounds(object, left!, bottom!, right!, top!),
    );
    const [left, bottom, right, top] = bounds ?? [0, 0, 0, 0];
    return { left: left!, bottom: bottom!, right: right!, top: top! };
  }

  /** A rectangular clip around the whole object changes nothing: many writers put one around every picture. */
  #isClipped(object: Pointer, box: PageRect | null): boolean {
    const { calls } = this.#pdfium;
    const clip = calls.FPDFPageObj_GetClipPath(object);
    const paths = clip === 0 ? 0 : calls.FPDFClipPath_CountPaths(clip);
    if (paths <= 0) return false;
    const whole = this.#boundsOf(object);
    const bounds = box ? intersect(whole, box) : whole;
    for (let path = 0; path < paths; path++) {
      const segments = calls.FPDFClipPath_CountPathSegments(clip, path);
      if (segments > 6) return true;
      const xs: number[] = [];
      const ys: number[] = [];
      for (let segment = 0; segment < segments; segment++) {
        const handle = calls.FPDFClipPath_GetPathSegment(clip, path, segment);
        const point = this.#pdfium.readFloats(2, (x, y) => calls.FPDFPathSegment_GetPoint(handle, x!, y!));
        if (point) {
          xs.push(point[0]!);
          ys.push(point[1]!);
        }
      }
      const window = {
        left: Math.min(...xs),
        bottom: Math.min(...ys),
        right: Math.max(...xs),
        top: Math.max(...ys),
      };
      if (areaOf(intersect(bounds, window)) < areaOf(bounds) * (1 - CLIP_TOLERANCE)) return true;
    }
    return false;
  }
}
