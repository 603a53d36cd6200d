/** Right of the page: questions first, then what was noticed, then what was read; the history behind a tab. */
import { useState } from 'preact/hooks';
import type { Box } from '../../../shared/domain/geometry.ts';
import type { ReadingDossier, ReadingPage } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { FieldList } from './field-list.tsx';
import { FindingList } from './finding-list.tsx';
import { History } from './history.tsx';
import { ReviewCard } from './review-card.tsx';

interface SidePanelProps {
  readonly dossier: ReadingDossier;
  readonly page: ReadingPage | null;
  readonly canAnswer: boolean;
  readonly onShow: (pageId: string | null, box?: Box | null) => void;
  readonly reload: () => Promise<void>;
}

export function SidePanel({ dossier, page, canAnswer, onShow, reload }: SidePanelProps) {
  const [tab, setTab] = useState<'work' | 'history'>('work');
  const open = dossier.reviews.filter((review) => !review.answer);
  const paper = dossier.papers.find((one) => page && one.pageIds.includes(page.pageId));
  return (
    <aside class="side" aria-label={t('reading.side')}>
      <div class="tabs">
        <button type="button" aria-pressed={tab === 'work'} onClick={() => setTab('work')}>
          {t('reading.work')}
        </button>
        <button type="button" aria-pressed={tab === 'history'} onClick={() => setTab('history')}>
          {t('reading.history')}
        </button>
      </div>
      {tab === 'history' ? (
        <History dossier={dossier} />
      ) : (
        <>
          {canAnswer && open.length > 0 && (
            <section aria-labelledby="reviews-title">
              <h2 id="reviews-title">{t('reading.reviews', { n: open.length })}</h2>
              {open.map((review, index) => (
                <ReviewCard
                  key={review.reviewId}
                  dossierId={dossier.dossierId}
                  review={review}
                  open={index === 0}
                  onShow={onShow}
                  reload={reload}
                />
              ))}
            </section>
          )}
          <FindingList
            findings={dossier.findings}
            asked={new Set(canAnswer ? open.map(({ question }) => question) : [])}
            onShow={onShow}
          />
          {paper && (
            <FieldList
              key={paper.paperId}
              dossierId={dossier.dossierId}
              paper={paper}
              reviews={dossier.reviews}
              canAnswer={canAnswer}
              onShow={onShow}
              reload={reload}
            />
          )}
        </>
      )}
    </aside>
  );
}
