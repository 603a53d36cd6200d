/** The picture of a file that is still only in this browser. */
import { useEffect, useState } from 'preact/hooks';
import type { WaitingFile } from '../upload/waiting.ts';
import { FileCard } from './file-card.tsx';

export function LocalPicture({ file }: { file: WaitingFile }) {
  const [url, setUrl] = useState<string | null>(null);
  const [drawn, setDrawn] = useState(/^image\/(jpeg|png|webp)$/.test(file.content.type));
  // The store hands out the same content as a new object each time: the file's id tells whether it is another.
  useEffect(() => {
    if (!drawn) return;
    const made = URL.createObjectURL(file.content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file.fileId, drawn]);
  if (!drawn || !url) return <FileCard name={file.name} />;
  return <img class="picture" src={url} alt="" decoding="async" onError={() => setDrawn(false)} />;
}
