/** The procedure's list filling up while pages are read: what is there, what is not, what else came. */
import type { DeskBatch, ManifestDraft } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly state: 'there' | 'missing' | 'optional';
  readonly pages: number;
}

export function Checklist({ batch, manifest }: { batch: DeskBatch | null; manifest: ManifestDraft | null }) {
  const lines = linesOf(batch, manifest);
  const there = lines.filter((line) => line.state === 'there').length;
  const isReading = batch !== null && batch.progress.read < batch.progress.total;
  const wanted = lines.filter((line) => line.state !== 'optional').length;
  return (
    <aside class="checklist" aria-labelledby="checklist-title">
      <h2 id="checklist-title">
        {t('checklist.title')}{' '}
        <span class="faint">
          {there}/{wanted}
        </span>
      </h2>
      {lines.length === 0 && <p class="faint">{t('checklist.none')}</p>}
      <ul aria-live="polite">
        {lines.map((line) => (
          <li key={line.key} class={`paper-line ${line.state}`}>
            <Icon name={line.state === 'there' ? 'check' : 'file'} />
            <span>
              {line.name}
              <span class="faint block">{noteOf(line, isReading)}</span>
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** As long as pages are being read nobody can say that a paper is not among them. */
function noteOf({ state, name, pages }: Line, isReading: boolean): string {
  if (state === 'there') return t('checklist.pages', { n: pages });
  if (state === 'missing') return isReading ? t('checklist.reading') : t('checklist.missing');
  return name.includes('nếu có') ? '' : t('start.ifAny');
}

function linesOf(batch: DeskBatch | null, manifest: ManifestDraft | null): Line[] {
  const papers = (batch?.dossiers ?? []).flatMap((dossier) => dossier.papers);
  const expected = manifest?.expectedDocuments ?? [];
  const listed = expected.map(({ type, name, required }): Line => {
    const pages = papers
      .filter((paper) => paper.type === type)
      .reduce((sum, paper) => sum + paper.pageIds.length, 0);
    return { key: type, name, pages, state: pages > 0 ? 'there' : required ? 'missing' : 'optional' };
  });
  const types = new Set(expected.map(({ type }) => type));
  const others = papers
    .filter((paper) => !types.has(paper.type))
    .map(
      ({ paperId, name, pageIds }): Line => ({ key: paperId, name, pages: pageIds.length, state: 'there' }),
    );
  return [...listed, ...others];
}
