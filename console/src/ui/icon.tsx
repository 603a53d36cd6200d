/** A small set of line drawings; decoration beside words, never instead of them where there is room. */

const PATHS = {
  add: 'M12 5v14M5 12h14',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7',
  check: 'm5 12 5 5L19 7',
  close: 'M6 6l12 12M18 6 6 18',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2',
  down: 'm6 9 6 6 6-6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  drop: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  folder: 'M3 6h7l2 2h9v11H3z',
  left: 'm15 6-6 6 6 6',
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z',
  rescan: 'M5 12a7 7 0 0 1 12-5l2 2M19 4v5h-5M19 12a7 7 0 0 1-12 5l-2-2M5 20v-5h5',
  right: 'm9 6 6 6-6 6',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5',
  stack: 'M5 4h9v12H5zM9 8h10v12H9z',
  turn: 'M19 12a7 7 0 1 1-2-5l2 2M19 4v5h-5',
  undo: 'M9 7 4 12l5 5M4 12h10a5 5 0 0 1 0 10h-2',
  warn: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
