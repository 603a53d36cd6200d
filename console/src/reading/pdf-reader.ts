/** PDF.js behind the few verbs that the reading room needs; loaded with the first PDF. */
import * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import 'pdfjs-dist/web/pdf_viewer.css';
import type { Light } from './light.ts';

export interface PdfReader {
  goTo(pageNumber: number): void;
  /** On the page gone to last. */
  light(light: Light | null): void;
  zoom(factor: number): void;
  fit(to: 'page-width' | 'page-fit'): void;
  find(text: string, again: boolean): void;
  close(): void;
}

/** A scanned page has about so much: fewer requests over a slow line. */
const CHUNK_BYTES = 262_144;

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

/** @param box scrolling element that holds one `.pdfViewer` */
export async function openPdf(box: HTMLDivElement, url: string): Promise<PdfReader> {
  // The viewer takes the library from there.
  Object.assign(globalThis, { pdfjsLib: pdfjs });
  const { EventBus, LinkTarget, PDFFindController, PDFLinkService, PDFViewer } = await import(
    'pdfjs-dist/web/pdf_viewer.mjs'
  );
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({ eventBus, externalLinkTarget: LinkTarget.BLANK });
  const findController = new PDFFindController({ eventBus, linkService });
  const viewer = new PDFViewer({
    container: box,
    eventBus,
    linkService,
    findController,
    removePageBorders: true,
  });
  linkService.setViewer(viewer);
  const loading = pdfjs.getDocument({
    url,
    wasmUrl: PDFJS_FOLDER,
    standardFontDataUrl: PDFJS_FOLDER,
    // Only what is in sight is fetched and drawn: a long file opens as fast as a short one.
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: CHUNK_BYTES,
    // Scans of strangers: nothing in them is ever run.
    enableXfa: false,
  });
  const pdf = await loading.promise;
  viewer.setDocument(pdf);
  linkService.setDocument(pdf, null);
  await viewer.firstPagePromise;
  viewer.currentScaleValue = 'page-width';

  const lamp = document.createElement('div');
  lamp.className = 'lamp';
  let current = 1;
  const place = (light: Light | null) => {
    lamp.remove();
    const page = light && viewer.getPageView(current - 1)?.div;
    if (!light || !page) return;
    lamp.style.left = `${light.left * 100}%`;
    lamp.style.top = `${light.top * 100}%`;
    lamp.style.width = `${light.width * 100}%`;
    lamp.style.height = `${light.height * 100}%`;
    page.append(lamp);
    lamp.scrollIntoView({ block: 'center', inline: 'nearest' });
  };
  let lit: Light | null = null;
  // Drawing a page anew throws away what was put on it.
  eventBus.on('pagerendered', () => lit && !lamp.isConnected && place(lit));

  return {
    goTo(pageNumber) {
      current = Math.min(pageNumber, pdf.numPages);
      if (viewer.currentPageNumber !== current) viewer.currentPageNumber = current;
      place(lit);
    },
    light(light) {
      lit = light;
      place(light);
    },
    zoom(factor) {
      viewer.currentScale = Math.min(6, Math.max(0.2, viewer.currentScale * factor));
    },
    fit(to) {
      viewer.currentScaleValue = to;
    },
    find(text, again) {
      eventBus.dispatch('find', {
        type: again ? 'again' : '',
        query: text,
        caseSensitive: false,
        entireWord: false,
        highlightAll: true,
        findPrevious: false,
        matchDiacritics: false,
      });
    },
    close() {
      lamp.remove();
      viewer.setDocument(null as never);
      linkService.setDocument(null, null);
      void loading.destroy();
    },
  };
}
