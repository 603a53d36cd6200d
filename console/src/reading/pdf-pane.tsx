/** A paper's PDF with real text: select, copy, zoom, find without tone marks; a field's box lights up. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Loading, Told } from '../ui/states.tsx';
import type { Light } from './light.ts';
import type { PdfReader } from './pdf-reader.ts';

interface PdfPaneProps {
  readonly url: string;
  /** Page from 1 of this file, and its box as shares of the page. */
  readonly light: Light | null;
  readonly pageNumber: number;
  /** A newer file is being made: this one is from before the correction. */
  readonly isRemade: boolean;
}

export function PdfPane({ url, light, pageNumber, isRemade }: PdfPaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const [reader, setReader] = useState<PdfReader | null>(null);
  const [failed, setFailed] = useState(false);
  const [finding, setFinding] = useState('');

  useEffect(() => {
    let gone = false;
    let opened: PdfReader | undefined;
    setReader(null);
    setFailed(false);
    void (async () => {
      try {
        const { openPdf } = await import('./pdf-reader.ts');
        if (gone || !box.current) return;
        opened = await openPdf(box.current, url);
        if (gone) opened.close();
        else setReader(opened);
      } catch {
        if (!gone) setFailed(true);
      }
    })();
    return () => {
      gone = true;
      opened?.close();
    };
  }, [url]);
  useEffect(() => reader?.goTo(pageNumber), [reader, pageNumber]);
  useEffect(() => reader?.light(light), [reader, light]);

  return (
    <div class="pdf-pane">
      <div class="pane-tools" role="toolbar" aria-label={t('pdf.tools')}>
        <Button kind="quiet" onClick={() => reader?.zoom(1 / 1.2)} title={t('pdf.smaller')}>
          −
        </Button>
        <Button kind="quiet" onClick={() => reader?.zoom(1.2)} title={t('pdf.larger')}>
          +
        </Button>
        <Button kind="quiet" onClick={() => reader?.fit('page-width')}>
          {t('pdf.width')}
        </Button>
        <Button kind="quiet" onClick={() => reader?.fit('page-fit')}>
          {t('pdf.whole')}
        </Button>
        <form
          class="find"
          onSubmit={(event) => {
            event.preventDefault();
            reader?.find(finding, true);
          }}
        >
          <label class="visually-hidden" for="pdf-find">
            {t('pdf.find')}
          </label>
          <input
            id="pdf-find"
            type="search"
            placeholder={t('pdf.find')}
            value={finding}
            onInput={(event) => {
              setFinding(event.currentTarget.value);
              reader?.find(event.currentTarget.value, false);
            }}
          />
        </form>
        <a class="button quiet" href={url} target="_blank" rel="noreferrer">
          {t('pdf.open')}
        </a>
      </div>
      {isRemade && <Told kind="info">{t('reading.fileRemade')}</Told>}
      {failed && <Told kind="bad">{t('pdf.failed')}</Told>}
      {!reader && !failed && <Loading />}
      <section class="pdf-frame" aria-label={t('pdf.page')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
        <div ref={box} class="pdf-box" tabIndex={0}>
          <div class="pdfViewer" />
        </div>
      </section>
    </div>
  );
}
