/** Our own line icons on a 16-px grid, drawn with 1.5-px strokes in the colour of the text around them. */
const PATHS = {
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  add: 'M8 3v10M3 8h10',
  upload: 'M8 10.5v-8M4.75 5.5 8 2.25l3.25 3.25M2.5 10.5v3h11v-3',
  download: 'M8 2.5v8M4.75 7.5 8 10.75l3.25-3.25M2.5 10.5v3h11v-3',
  play: 'M5 3v10l7.5-5z',
  pause: 'M5.25 3v10M10.75 3v10',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6',
  file: 'M9.5 1.75h-6v12.5h9v-9.5zM9.5 1.75v3h3',
  lock: 'M3.25 7.25h9.5v6.5h-9.5zM5 7V5a3 3 0 0 1 6 0v2',
  chevron: 'M6 3.5 10.5 8 6 12.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon; whatever it stands for is said in words beside it or in the control's label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
