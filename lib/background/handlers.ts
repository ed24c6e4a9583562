import type { Handlers } from '../messages/handle.ts';
import { consoleHandlers } from './console.ts';
import { importHandlers } from './imports.ts';
import { patternHandlers } from './patterns.ts';
import type { BackgroundPorts } from './ports.ts';
import { postureHandlers } from './posture.ts';
import { settingsHandlers } from './settings.ts';
import { statusHandlers } from './status.ts';

/** A handler for every message of the map; the types refuse a missing one. */
export function createHandlers(ports: BackgroundPorts): Handlers {
  return {
    ...patternHandlers(ports),
    ...consoleHandlers(ports),
    ...importHandlers(ports),
    ...statusHandlers(ports),
    ...postureHandlers(ports),
    ...settingsHandlers(ports),
  };
}
