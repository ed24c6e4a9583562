import { door } from '../../lib/words/door.ts';
import { plural, say } from '../../lib/words/say.ts';

/** The words of the page with all findings. */
export const posture = door('posture', {
  seen: (age: string) => say('posture_seen', { age }),
  open: (count: number) => plural('posture_open', count),
  accepted: (count: number) => plural('posture_accepted', count),
  more: (count: number) => say('posture_more', { count }),
  acceptedUntil: (day: string, reason: string) => say('posture_acceptedUntil', { day, reason }),
});

export const levels = door('postureLevel');
