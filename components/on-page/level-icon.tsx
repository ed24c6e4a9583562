import type { DisplayLevel } from './level.ts';

/** 16-px signs, distinct by form and not by colour alone: circle with tick, circle with i, triangle, octagon. */
const PATHS: Record<DisplayLevel, string> = {
  ok: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M5.25 8.25l2 2 3.5-4.25',
  info: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 7.25v4M8 4.75v.5',
  warn: 'M8 2 1.75 13.5h12.5zM8 6.25v3.5M8 11.25v.5',
  error: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4zM8 4.75v4M8 10.75v.5',
};

/** The sign of a level; silent for assistive technology, whose users get the level as a word. */
export function LevelIcon({ level }: { level: DisplayLevel }) {
  return (
    <svg class={`icon is-${level}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[level]} />
    </svg>
  );
}
