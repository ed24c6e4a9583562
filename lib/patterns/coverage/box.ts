import { READINGS } from '../../catalogue/readings.ts';
import { isLoopback } from '../matcher/rule.ts';
import type { PatternModel } from '../model.ts';
import { type HostSet, readHostSet } from './host-set.ts';
import { type PathSet, type Reading, readPathSet } from './path-set.ts';

/** What one member of an entry covers: every combination of its hosts, ports and paths. */
export interface Box {
  host: HostSet;
  /** '' = the default port, '*' = any, else digits. */
  port: string;
  path: PathSet;
}

/** The boxes of an entry under one reading; equal components are shared, equal boxes kept once. */
export function readBoxes(model: PatternModel, reading: Reading): Box[] {
  const hosts = new Map<string, HostSet>();
  const paths = new Map<string, PathSet>();
  const boxes = new Map<string, Box>();
  for (const { custom, host, port, path } of model.alternatives) {
    const hostSet = hosts.get(host) ?? readHostSet(host, custom);
    hosts.set(host, hostSet);
    const pathSet = paths.get(path) ?? readPathSet(path, reading);
    paths.set(path, pathSet);
    const any = port === '' && isLoopback(host) && takesAnyPort(reading);
    const box = { host: hostSet, port: any ? '*' : port, path: pathSet };
    boxes.set(keyOf(box), box);
  }
  return [...boxes.values()];
}

/** Whether no port stands for any on loopback. */
function takesAnyPort(reading: Reading): boolean {
  return READINGS.loopbackPort === 'unsure' ? reading === 'wide' : READINGS.loopbackPort === 'any';
}

/** Equal for boxes that are written alike. */
export function keyOf(box: Box): string {
  return `${box.host.text}:${box.port}${box.path.text}`;
}
