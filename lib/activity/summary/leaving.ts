import { type AuditCall, TOOL_CLASSES } from '../types.ts';
import type { CountedCall } from './count-range.ts';

/** Calls packed as numbers: thousands of them are read from the database as fast as one record. */
export interface PackedCalls {
  times: Float64Array;
  /** For each call the place of its class in `TOOL_CLASSES`, and of its five names in `texts`. */
  places: Uint32Array;
  texts: string[];
}

const COLUMNS = 6;

export function packCalls(calls: readonly AuditCall[]): PackedCalls {
  const known = new Map<string, number>();
  const placeOf = (text: string) => {
    const place = known.get(text) ?? known.size;
    known.set(text, place);
    return place;
  };
  const places = calls.flatMap(({ class: toolClass, tool, actor, app, country, authType }) => {
    const at = TOOL_CLASSES.indexOf(toolClass);
    return [
      at < 0 ? TOOL_CLASSES.indexOf('unknown') : at,
      placeOf(tool),
      placeOf(actor.id),
      placeOf(app),
      placeOf(country),
      placeOf(authType),
    ];
  });
  return {
    times: Float64Array.from(calls, ({ time }) => time),
    places: Uint32Array.from(places),
    texts: [...known.keys()],
  };
}

/** The calls before a time; they were packed in the order of their times. */
export function unpackBefore({ times, places, texts }: PackedCalls, end: number): CountedCall[] {
  const calls: CountedCall[] = [];
  for (const [index, time] of times.entries()) {
    if (time >= end) break;
    const [toolClass = 0, tool = 0, actor = 0, app = 0, country = 0, auth = 0] = places.subarray(
      index * COLUMNS,
      (index + 1) * COLUMNS,
    );
    calls.push({
      time,
      class: TOOL_CLASSES[toolClass] ?? 'unknown',
      tool: texts[tool] ?? '',
      actor: { id: texts[actor] ?? '' },
      app: texts[app] ?? '',
      country: texts[country] ?? '',
      authType: texts[auth] ?? '',
    });
  }
  return calls;
}
