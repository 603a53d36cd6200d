/** What validation noticed; a finding about a page shows that page. */
import type { Finding } from '../http/answers.ts';
import { t, word } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';

interface FindingListProps {
  readonly findings: readonly Finding[];
  /** Those are asked about above already. */
  readonly asked: ReadonlySet<string>;
  readonly onShow: (pageId: string) => void;
}

export function FindingList({ findings: all, asked, onShow }: FindingListProps) {
  const findings = all.filter(({ message }) => !asked.has(message));
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title">{t('reading.findings')}</h2>
      {findings.length === 0 && <p class="faint">{t('reading.noFindings')}</p>}
      <ul class="findings">
        {findings.map((finding, index) => (
          <li key={`${finding.code}-${index}`} class={finding.severity}>
            <p>
              <strong>{word('severity', finding.severity)}: </strong>
              {finding.message}
            </p>
            {finding.pageId && (
              <Button kind="quiet" icon="search" onClick={() => onShow(finding.pageId!)}>
                {t('reading.showPage')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
