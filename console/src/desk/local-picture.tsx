/** The picture of a file that is still only in this browser. */
import { useEffect, useState } from 'preact/hooks';
import { FileCard } from './file-card.tsx';

export function LocalPicture({ content, name }: { content: Blob; name: string }) {
  const [url, setUrl] = useState<string | null>(null);
  const [drawn, setDrawn] = useState(/^image\/(jpeg|png|webp)$/.test(content.type));
  useEffect(() => {
    if (!drawn) return;
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content, drawn]);
  if (!drawn || !url) return <FileCard name={name} />;
  return <img class="picture" src={url} alt="" decoding="async" onError={() => setDrawn(false)} />;
}
