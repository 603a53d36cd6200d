import { describe, expect, it } from 'vitest';
import type { ConversionMark } from '../../../shared/domain/conversion-mark.ts';
import type { Dossier, DossierFile } from '../../../shared/domain/dossier.ts';
import type { DossierId, PageId, PaperId } from '../../../shared/domain/ids.ts';
import { EMPTY_MANIFEST } from '../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import { decideFiles } from '../../../shared/pipeline/decide-files.ts';

const DOSSIER = 'H12.09-260102-0001' as DossierId;

function paper(name: string, signed = false): Paper {
  return {
    paperId: name as PaperId,
    type: 'TO_KHAI_KHAI_SINH',
    name,
    componentCode: null,
    pageIds: [`${name}.p1` as PageId],
    signed,
    fields: [],
  };
}

const PAPERS = [paper('giay'), paper('ky-so', true), paper('dien-tu')];
const PAGES = PAPERS.map(({ pageIds, name }) => ({
  pageId: pageIds[0]!,
  text: { source: name === 'dien-tu' ? 'pdf' : 'ocr' },
})) as unknown as PageFacts[];

function decide(conversionMark: ConversionMark, files: DossierFile[] | null): DossierFile[] {
  return decideFiles({
    dossierId: DOSSIER,
    revision: files ? 2 : 1,
    manifest: EMPTY_MANIFEST,
    decision: {
      papers: PAPERS,
      pages: [],
      findings: [],
      missing: [],
      skipped: [],
      quarantine: [],
      verdict: 'clean',
    },
    pages: PAGES,
    known: files && ({ files } as unknown as Dossier),
    conversionMark,
  });
}

describe('decideFiles', () => {
  it('makes a file again when its mark is wanted, moved or taken away; not what was signed or never on paper', () => {
    const changes: [ConversionMark, ConversionMark][] = [
      ['none', 'top-left'],
      ['top-left', 'bottom-right'],
      ['top-left', 'none'],
    ];
    for (const [before, after] of changes) {
      const files = decide(after, decide(before, null));
      const due = files.filter(({ revision }) => revision === 2).map(({ name }) => name);
      const replaced = files.filter((file) => file.supersededInRevision === 2).map(({ name }) => name);
      expect([due, replaced], `${before} to ${after}`).toEqual([['giay'], ['giay']]);
    }
  });

  it('leaves every file alone while the mark stays', () => {
    for (const mark of ['none', 'top-left'] as const) {
      const files = decide(mark, null);
      expect(decide(mark, files)).toEqual(files);
    }
  });
});
