/** PDFium (WASM) with a bounded memory: its C calls, and the few moves between its heap and ours. */
import { PDFiumModule } from '@hyzyla/pdfium';
import { DigitizationError } from '../errors/digitization-error.ts';

/** Address in PDFium's heap, or an opaque handle; 0 is none. */
export type Pointer = number;

type Call = (...values: number[]) => number;

const CALLS = [
  'FPDF_InitLibrary',
  'FPDF_LoadMemDocument',
  'FPDF_GetLastError',
  'FPDF_CloseDocument',
  'FPDF_GetPageCount',
  'FPDF_DocumentHasValidCrossReferenceTable',
  'FPDF_GetSecurityHandlerRevision',
  'FPDF_GetFormType',
  'FPDF_GetSignatureCount',
  'FPDF_GetSignatureObject',
  'FPDFSignatureObj_GetByteRange',
  'FPDFDoc_GetAttachmentCount',
  'FPDFDoc_GetJavaScriptActionCount',
  'FPDFDOC_InitFormFillEnvironment',
  'FPDFDOC_ExitFormFillEnvironment',
  'FORM_OnAfterLoadPage',
  'FORM_OnBeforeClosePage',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDFPage_GetRotation',
  'FPDFPage_GetMediaBox',
  'FPDFPage_GetCropBox',
  'FPDFPage_SetCropBox',
  'FPDF_GetPageBoundingBox',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_GetFlags',
  'FPDFPage_Flatten',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFFormObj_CountObjects',
  'FPDFFormObj_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetMatrix',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_HasTransparency',
  'FPDFPageObj_GetClipPath',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_GetPathSegment',
  'FPDFPathSegment_GetPoint',
  'FPDFPath_GetDrawMode',
  'FPDFPath_CountSegments',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFTextObj_GetFont',
  'FPDFFont_GetIsEmbedded',
  'FPDFFont_GetBaseFontName',
  'FPDFImageObj_GetImagePixelSize',
  'FPDFImageObj_GetImageMetadata',
  'FPDFImageObj_GetImageFilterCount',
  'FPDFImageObj_GetImageFilter',
  'FPDFImageObj_GetImageDataRaw',
  'FPDFImageObj_GetImageDataDecoded',
  'FPDFImageObj_GetBitmap',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_Destroy',
  'FPDFBitmap_GetBuffer',
  'FPDFBitmap_GetWidth',
  'FPDFBitmap_GetHeight',
  'FPDFBitmap_GetStride',
  'FPDFBitmap_GetFormat',
  'FPDF_RenderPageBitmap',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_HasUnicodeMapError',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetCharAngle',
  'FPDFText_GetTextObject',
] as const;

export type PdfiumCalls = Readonly<Record<(typeof CALLS)[number], Call>>;

interface GrowingMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface RawModule {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc: Call; free: Call; memory: GrowingMemory };
}

/** Enough for the largest page that is allowed, decoded and drawn; a bomb ends here and not at the machine's end. */
const MAX_HEAP_BYTES = 800 * 2 ** 20;
const WASM_PAGE_BYTES = 65_536;
const SCRATCH_BYTES = 256;

export class Pdfium {
  readonly calls: PdfiumCalls;
  readonly #module: RawModule;
  readonly #scratch: Pointer;
  #memoryRefused = false;

  private constructor(module: RawModule) {
    this.#module = module;
    this.calls = Object.fromEntries(
      CALLS.map((name) => [name, (module as unknown as Record<string, Call>)[`_${name}`]!]),
    ) as PdfiumCalls;
    this.#capMemory();
    this.calls.FPDF_InitLibrary();
    this.#scratch = this.allocate(SCRATCH_BYTES);
  }

  /** A new instance for every document: nothing of one dossier, not even a crash, reaches the next. */
  static async start(): Promise<Pdfium> {
    // Its grumbling about broken files goes nowhere.
    const silent: object = { print: () => {}, printErr: () => {} };
    return new Pdfium((await PDFiumModule(silent)) as unknown as RawModule);
  }

  /** True once PDFium asked for more memory than it may have: what it drew since may be incomplete. */
  get memoryRefused(): boolean {
    return this.#memoryRefused;
  }

  /** @throws DigitizationError `scan-too-heavy`. */
  allocate(bytes: number): Pointer {
    const pointer = this.#module.wasmExports.malloc(bytes);
    if (pointer === 0) throw new DigitizationError('scan-too-heavy', { bytes });
    return pointer;
  }

  free(pointer: Pointer): void {
    this.#module.wasmExports.free(pointer);
  }

  copyIn(bytes: Uint8Array): Pointer {
    const pointer = this.allocate(Math.max(1, bytes.length));
    this.#module.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  /** The heap itself: valid only until PDFium is called again. */
  borrow(pointer: Pointer, length: number): Uint8Array {
    return this.#module.HEAPU8.subarray(pointer, pointer + length);
  }

  /** For calls that fill a buffer and return its needed length when given none. */
  readBuffer(fill: (buffer: Pointer, length: number) => number): Uint8Array {
    const length = fill(0, 0);
    if (length === 0) return new Uint8Array(0);
    const buffer = this.allocate(length);
    try {
      fill(buffer, length);
      return this.borrow(buffer, length).slice();
    } finally {
      this.free(buffer);
    }
  }

  /** For calls that fill out-parameters of four bytes; null when the call says no. */
  readFloats(count: number, fill: (...out: Pointer[]) => number): number[] | null {
    return this.#readScratch(count, fill, (view, at) => view.getFloat32(at, true), 4);
  }

  readIntegers(count: number, fill: (...out: Pointer[]) => number): number[] | null {
    return this.#readScratch(count, fill, (view, at) => view.getInt32(at, true), 4);
  }

  readDoubles(count: number, fill: (...out: Pointer[]) => number): number[] | null {
    return this.#readScratch(count, fill, (view, at) => view.getFloat64(at, true), 8);
  }

  #readScratch(
    count: number,
    fill: (...out: Pointer[]) => number,
    read: (view: DataView, at: number) => number,
    width: number,
  ): number[] | null {
    const out = Array.from({ length: count }, (_, index) => this.#scratch + index * width);
    if (!fill(...out)) return null;
    const view = new DataView(this.#module.HEAPU8.buffer);
    return out.map((at) => read(view, at));
  }

  #capMemory(): void {
    const { memory } = this.#module.wasmExports;
    const grow = memory.grow.bind(memory);
    memory.grow = (pages: number) => {
      if (memory.buffer.byteLength + pages * WASM_PAGE_BYTES > MAX_HEAP_BYTES) {
        this.#memoryRefused = true;
        throw new RangeError('PDFium may not grow further');
      }
      return grow(pages);
    };
  }
}
