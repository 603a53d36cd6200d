/** A PDF opened in an engine of its own, and what the file says of itself as a whole. */
import { DigitizationError } from '../errors/digitization-error.ts';
import { PdfPage } from './pdf-page.ts';
import { Pdfium, type Pointer } from './pdfium.ts';

/** FPDF_ERR_PASSWORD, and FPDF_ERR_SECURITY: a lock that nobody knows. */
const LOCKED = new Set([4, 5]);
const FORM_XFA_DYNAMIC = 2;
const FORM_XFA_STATIC = 3;
/** FPDF_FORMFILLINFO, version 2, without callbacks: nothing in a form may act. */
const FORM_INFO_BYTES = 512;
const FORM_INFO_VERSION = 2;

const LINK = 2;
const POPUP = 16;
const HIDDEN_FLAGS = 0b100010;
const FLATTEN_FOR_DISPLAY = 0;

export class PdfFile {
  readonly pdfium: Pdfium;
  readonly #document: Pointer;
  readonly #form: Pointer;

  private constructor(pdfium: Pdfium, document: Pointer, form: Pointer) {
    this.pdfium = pdfium;
    this.#document = document;
    this.#form = form;
  }

  /** @throws DigitizationError `scan-encrypted`, `scan-damaged`. */
  static async open(bytes: Uint8Array): Promise<PdfFile> {
    const pdfium = await Pdfium.start();
    const { calls } = pdfium;
    const document = calls.FPDF_LoadMemDocument(pdfium.copyIn(bytes), bytes.length, 0);
    if (document === 0) {
      const error = calls.FPDF_GetLastError();
      throw new DigitizationError(LOCKED.has(error) ? 'scan-encrypted' : 'scan-damaged', {
        pdfiumError: error,
      });
    }
    const info = pdfium.copyIn(new Uint8Array(FORM_INFO_BYTES));
    pdfium.borrow(info, 1)[0] = FORM_INFO_VERSION;
    return new PdfFile(pdfium, document, calls.FPDFDOC_InitFormFillEnvironment(document, info));
  }

  get pageCount(): number {
    return this.pdfium.calls.FPDF_GetPageCount(this.#document);
  }

  get wasRepaired(): boolean {
    return this.pdfium.calls.FPDF_DocumentHasValidCrossReferenceTable(this.#document) === 0;
  }

  get isEncrypted(): boolean {
    return this.pdfium.calls.FPDF_GetSecurityHandlerRevision(this.#document) >= 0;
  }

  get attachmentCount(): number {
    return this.pdfium.calls.FPDFDoc_GetAttachmentCount(this.#document);
  }

  get xfa(): 'none' | 'static' | 'dynamic' {
    const type = this.pdfium.calls.FPDF_GetFormType(this.#document);
    if (type === FORM_XFA_DYNAMIC) return 'dynamic';
    return type === FORM_XFA_STATIC ? 'static' : 'none';
  }

  /** Where the byte ranges of each digital signature end; empty for a file that nobody signed. */
  get signatureEnds(): number[] {
    const { calls } = this.pdfium;
    const ends: number[] = [];
    for (let index = 0; index < calls.FPDF_GetSignatureCount(this.#document); index++) {
      const signature = calls.FPDF_GetSignatureObject(this.#document, index);
      const count = calls.FPDFSignatureObj_GetByteRange(signature, 0, 0);
      if (count < 4 || count > 64) continue;
      const range = this.pdfium.readIntegers(count, (base) =>
        calls.FPDFSignatureObj_GetByteRange(signature, base!, count),
      )!;
      ends.push(range.at(-2)! + range.at(-1)!);
    }
    return ends;
  }

  /**
   * Filled fields, stamps and notes become part of the page, so that they are drawn and read like the rest.
   * @param number from 1
   * @throws DigitizationError `scan-damaged` when the page is not there.
   */
  async withPage<T>(number: number, use: (page: PdfPage) => Promise<T>): Promise<T> {
    const { calls } = this.pdfium;
    let page = this.#load(number);
    if (this.#hasVisibleAnnotations(page) && calls.FPDFPage_Flatten(page, FLATTEN_FOR_DISPLAY) > 0) {
      this.#close(page);
      page = this.#load(number);
    }
    try {
      return await use(new PdfPage(this.pdfium, page));
    } finally {
      this.#close(page);
    }
  }

  #load(number: number): Pointer {
    const { calls } = this.pdfium;
    const page = calls.FPDF_LoadPage(this.#document, number - 1);
    if (page === 0) throw new DigitizationError('scan-damaged', { reason: 'page-missing', page: number });
    calls.FORM_OnAfterLoadPage(page, this.#form);
    return page;
  }

  #close(page: Pointer): void {
    this.pdfium.calls.FORM_OnBeforeClosePage(page, this.#form);
    this.pdfium.calls.FPDF_ClosePage(page);
  }

  #hasVisibleAnnotations(page: Pointer): boolean {
    const { calls } = this.pdfium;
    for (let index = 0; index < calls.FPDFPage_GetAnnotCount(page); index++) {
      const annotation = calls.FPDFPage_GetAnnot(page, index);
      const subtype = calls.FPDFAnnot_GetSubtype(annotation);
      const visible = (calls.FPDFAnnot_GetFlags(annotation) & HIDDEN_FLAGS) === 0;
      calls.FPDFPage_CloseAnnot(annotation);
      if (visible && subtype !== LINK && subtype !== POPUP) return true;
    }
    return false;
  }
}
