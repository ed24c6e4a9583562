import type { Handlers } from '../messages/handle.ts';
import { activityHandlers } from './activity.ts';
import { type ActivitySync, createActivitySync } from './activity-sync.ts';
import { consoleHandlers } from './console.ts';
import { importHandlers } from './imports.ts';
import { keyHandlers } from './keys.ts';
import { patternHandlers } from './patterns.ts';
import { popupHandlers } from './popup.ts';
import type { BackgroundPorts } from './ports.ts';
import { postureHandlers } from './posture.ts';
import { registerHandlers } from './register.ts';
import { settingsHandlers } from './settings.ts';
import { statusHandlers } from './status.ts';
import { thisPageHandlers } from './this-page.ts';
import { waitingEntryHandlers } from './waiting-entry.ts';

/** A handler for every message of the map; the types refuse a missing one. */
export function createHandlers(
  ports: BackgroundPorts,
  sync: ActivitySync = createActivitySync(ports),
): Handlers {
  return {
    ...patternHandlers(ports),
    ...consoleHandlers(ports, sync),
    ...importHandlers(ports),
    ...registerHandlers(ports),
    ...statusHandlers(ports),
    ...postureHandlers(ports),
    ...settingsHandlers(ports, sync),
    ...keyHandlers(ports, sync),
    ...activityHandlers(sync),
    ...popupHandlers(ports, sync),
    ...waitingEntryHandlers(ports),
    ...thisPageHandlers(ports),
  };
}
