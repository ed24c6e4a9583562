import type { ComponentChild } from 'preact';

/** One picture of the gallery: a view in one state. */
export interface GalleryState {
  name: string;
  /** Which styles it stands in: the console's page, the drawer over it, what it has loaded at a click, or a page of our own. */
  place: 'on-page' | 'panel' | 'tools' | 'popup' | 'posture' | 'register' | 'activity' | 'options';
  /** What is pressed before the picture is taken, as selectors; the last one keeps the focus. */
  press?: readonly string[];
  view: () => ComponentChild;
}
