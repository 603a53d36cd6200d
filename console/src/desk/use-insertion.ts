/** Puts files in after a page, and takes them back wherever they are by then: in this browser, under way, or pages already. */
import { useEffect, useRef } from 'preact/hooks';
import { type Added, addFiles, type Beside } from '../upload/add-files.ts';
import { nudge } from '../upload/uploader.ts';
import { waiting } from '../upload/waiting.ts';
import type { PageActs } from './page-acts.ts';

/** @param taken highest position so far */
export function useInsertion(draftId: string, acts: PageActs, taken: number) {
  const { batch, drop, remember } = acts;
  const unwanted = useRef(new Set<number>());
  const dropped = useRef(new Set<string>());
  const latest = useRef(batch);
  latest.current = batch;

  const dropUnwanted = async () => {
    const scans = new Map(latest.current?.scans.map((scan) => [scan.scanId, scan.position]));
    const arrived = (latest.current?.pages ?? [])
      .filter(({ scanId }) => unwanted.current.has(scans.get(scanId) ?? 0))
      .map(({ pageId }) => pageId)
      .filter((pageId) => !dropped.current.has(pageId));
    for (const pageId of arrived) dropped.current.add(pageId);
    await drop(arrived);
  };
  useEffect(() => void dropUnwanted(), [batch]);

  return async (added: readonly Added[], beside: Beside) => {
    const positions = await addFiles(draftId, added, taken, beside);
    remember(async () => {
      for (const position of positions) unwanted.current.add(position);
      const held = (await waiting.filesOf(draftId)).filter((file) => unwanted.current.has(file.position));
      for (const { fileId } of held) await waiting.removeFile(fileId);
      nudge();
      await dropUnwanted();
    });
  };
}
