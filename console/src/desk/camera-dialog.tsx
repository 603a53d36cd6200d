/** Reads a code by camera: the browser's own reader where it has one, else one loaded on demand. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Loading, Told } from '../ui/states.tsx';
import { openCodeReader } from './code-reader.ts';

const LOOK_EVERY_MS = 200;

interface CameraDialogProps {
  readonly title: string;
  readonly hint: string;
  /** True when the text is what was looked for: the camera closes. */
  readonly onRead: (text: string) => boolean;
  readonly onClose: () => void;
}

export function CameraDialog({ title, hint, onRead, onClose }: CameraDialogProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'looking' | 'refused' | 'other'>('starting');
  const read = useRef(onRead);
  read.current = onRead;

  useEffect(() => {
    let stopped = false;
    let stream: MediaStream | undefined;
    const look = async () => {
      try {
        const wanted = { video: { facingMode: 'environment', width: { ideal: 1920 } }, audio: false };
        stream = await navigator.mediaDevices.getUserMedia(wanted);
      } catch {
        setState('refused');
        return;
      }
      const reader = await openCodeReader();
      if (stopped || !video.current) return;
      video.current.srcObject = stream;
      await video.current.play();
      setState('looking');
      while (!stopped && video.current) {
        const texts = await reader(video.current);
        if (texts.some((text) => read.current(text))) return;
        if (texts.length > 0) setState('other');
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    };
    void look().finally(() => stop());
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    return () => {
      stopped = true;
      stop();
    };
  }, []);

  return (
    <Dialog title={title} onClose={onClose}>
      {state === 'refused' ? (
        <Told kind="warn">{t('camera.refused')}</Told>
      ) : (
        <>
          <p>{state === 'other' ? t('camera.other') : hint}</p>
          <video ref={video} class="camera" playsInline muted />
          {state === 'starting' && <Loading />}
        </>
      )}
    </Dialog>
  );
}
