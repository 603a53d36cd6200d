/** The reading room: papers left, the page in the middle, what was read of it and what is asked on the right. */
import { useState } from 'preact/hooks';
import type { ReadingDossier, ReadingPage, User } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { useResource } from '../http/use-resource.ts';
import { t } from '../i18n/index.ts';
import { usePlace } from '../shell/router.ts';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DossierHead } from './dossier-head.tsx';
import { type Light, lightOf } from './light.ts';
import { PaperStrip } from './paper-strip.tsx';
import { PdfPane } from './pdf-pane.tsx';
import { PicturePane } from './picture-pane.tsx';
import { SidePanel } from './side-panel.tsx';

export function DossierRoom({ user }: { user: User }) {
  const id = usePlace().segments[1]!;
  const { data, failure, reload } = useResource<ReadingDossier>(
    at`/dossiers/${id}`,
    `?dossier=${encodeURIComponent(id)}`,
  );
  if (!data) return failure ? <Failed failure={failure} onRetry={reload} /> : <Loading />;
  return <OpenDossier key={id} dossier={numbered(data)} user={user} reload={reload} />;
}

/** Pages count as findings count them: those left out have no number. */
function numbered(dossier: ReadingDossier): ReadingDossier {
  let number = 0;
  return {
    ...dossier,
    pages: dossier.pages.map((page) => ({ ...page, number: page.dropped ? 0 : ++number })),
  };
}

interface OpenDossierProps {
  readonly dossier: ReadingDossier;
  readonly user: User;
  readonly reload: () => Promise<void>;
}

function OpenDossier({ dossier, user, reload }: OpenDossierProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [light, setLight] = useState<Light | null>(null);
  const page = dossier.pages.find((one) => one.pageId === chosen) ?? firstPage(dossier);
  const show = (pageId: string | null, box: Parameters<typeof lightOf>[0]['box'] = null) => {
    if (pageId) setChosen(pageId);
    setLight(lightOf({ pageId, box }, dossier.pages));
  };
  return (
    <main id="main" class="reading">
      <DossierHead dossier={dossier} />
      <PaperStrip dossier={dossier} pageId={page?.pageId ?? null} onShow={show} />
      <section class="page-column" aria-label={t('reading.page')}>
        {page ? (
          <PagePane dossier={dossier} page={page} light={light} />
        ) : (
          <Empty icon="file" title={t('reading.noPages')} />
        )}
      </section>
      <SidePanel
        dossier={dossier}
        page={page}
        canAnswer={user.role === 'officer'}
        onShow={show}
        reload={reload}
      />
      <DecisionBar dossier={dossier} page={page} user={user} reload={reload} />
    </main>
  );
}

function firstPage(dossier: ReadingDossier): ReadingPage | null {
  const first = dossier.papers[0]?.pageIds[0];
  return dossier.pages.find((page) => page.pageId === first) ?? dossier.pages[0] ?? null;
}

function PagePane({
  dossier,
  page,
  light,
}: {
  dossier: ReadingDossier;
  page: ReadingPage;
  light: Light | null;
}) {
  const paper = dossier.papers.find((one) => one.pageIds.includes(page.pageId));
  const { fileId, pageIds } = paper?.fileId ? paper : (paper?.olderFile ?? { fileId: null, pageIds: [] });
  const isRemade = paper !== undefined && !paper.fileId && dossier.state === 'assembling';
  if (!fileId || page.dropped || !pageIds.includes(page.pageId))
    return <PicturePane page={page} isRemade={isRemade} />;
  return (
    <PdfPane
      key={fileId}
      url={`/api${at`/files/${fileId}`}`}
      pageNumber={pageIds.indexOf(page.pageId) + 1}
      light={light?.pageId === page.pageId ? light : null}
      isRemade={isRemade}
    />
  );
}
