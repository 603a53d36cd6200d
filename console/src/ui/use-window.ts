/** Shows only what can be seen of a long list: rows of known height in one scrolling box. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface Window {
  /** First and one past the last row to draw. */
  readonly from: number;
  readonly to: number;
  readonly widthPx: number;
}

const OVERSCAN_PX = 600;

/** `tops[i]` is where row i begins; one more entry tells where the last ends. */
export function useWindow(box: RefObject<HTMLElement | null>, tops: readonly number[]): Window {
  const [seen, setSeen] = useState({ topPx: 0, heightPx: 900, widthPx: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const { scrollTop, clientHeight, clientWidth } = element;
      setSeen((before) => {
        const still = Math.abs(before.topPx - scrollTop) < OVERSCAN_PX / 4;
        const same = before.heightPx === clientHeight && before.widthPx === clientWidth;
        return still && same ? before : { topPx: scrollTop, heightPx: clientHeight, widthPx: clientWidth };
      });
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    const resized = new ResizeObserver(soon);
    resized.observe(element);
    element.addEventListener('scroll', soon, { passive: true });
    look();
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      element.removeEventListener('scroll', soon);
    };
  }, [box]);
  const rows = Math.max(0, tops.length - 1);
  let from = 0;
  while (from < rows && tops[from + 1]! < seen.topPx - OVERSCAN_PX) from++;
  let to = from;
  while (to < rows && tops[to]! < seen.topPx + seen.heightPx + OVERSCAN_PX) to++;
  return { from, to, widthPx: seen.widthPx };
}
