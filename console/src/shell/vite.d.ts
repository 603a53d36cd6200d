/** Given by the build: where PDF.js finds its decoders and fonts. */
declare const PDFJS_FOLDER: string;
