import type { DBSchema, IDBPDatabase } from 'idb';
import type { ActorKind, AuditCall } from './types.ts';

/**
 * The object stores of activity. Every key begins with the organization, so that one organization's data is one
 * range of each store.
 */

/** What is counted by name; classes, of which there are few, are counted in cells. */
export type NamedDimension = 'tool' | 'actor' | 'app' | 'country' | 'auth';
export const NAMED_DIMENSIONS = ['tool', 'actor', 'app', 'country', 'auth'] as const;
export type CounterUnit = 'hour' | 'day';

/** The windows of the popup. */
export type WindowName = '24h' | '7d' | '30d';

/**
 * All names of one dimension on one day. One record holds all names because a batch then costs a few puts for each
 * day that it touches, not one for each name, and a window of 30 days is read with a handful of requests.
 */
export interface DayCounter {
  org: string;
  unit: 'day';
  dimension: NamedDimension;
  /** Whole days since 1970, UTC. */
  at: number;
  /** A Map because names come from events: `__proto__` is a name like any other. */
  counts: Map<string, number>;
}

/** The same day hour by hour, read only for days that a window cuts. */
export interface HourCounter {
  org: string;
  unit: 'hour';
  dimension: NamedDimension;
  at: number;
  /** By the hour of the UTC day, 0 to 23. */
  hours: Map<number, Map<string, number>>;
}

/** A day's events by hour and class: cell = hour of the day × number of classes + index of the class. */
export interface ClassCounter {
  org: string;
  unit: 'hour';
  dimension: 'class';
  at: number;
  cells: Uint32Array;
}

/** How often an organization's counters were changed: figures that were made ready hold while this is the same. */
export interface Revision {
  org: string;
  unit: 'ready';
  dimension: 'revision';
  at: 0;
  revision: number;
}

/** A window's figures made ready for the popup, and what has to be taken off as time goes on. */
export interface ReadyFigures {
  org: string;
  unit: 'ready';
  dimension: WindowName;
  at: 0;
  /** Of the counters they were read from. */
  revision: number;
  /** The shape; figures of another one are made anew. */
  shape: number;
  ready: unknown;
}

export type CounterRecord = DayCounter | HourCounter | ClassCounter | Revision | ReadyFigures;

/** Somebody who made a call: their latest name, and when they were first seen. */
export interface ActorRecord {
  org: string;
  id: string;
  name: string;
  kind: ActorKind;
  firstSeen: number;
  /** The first call that changed something; absent while there is none. */
  firstWrite?: number;
  /** The time of the event that gave the name: an older event never brings an older name back. */
  namedAt: number;
}

/** Where a source goes on; `state` is parsed by its reader. */
export interface CursorRecord {
  org: string;
  source: string;
  state: unknown;
  updatedAt: number;
}

/** One action of the event catalogue that concerns MCP. */
export interface CatalogueRecord {
  org: string;
  id: string;
  name: string;
  groups: string[];
  fetchedAt: number;
}

export interface ActivitySchema extends DBSchema {
  events: { key: [org: string, id: string]; value: AuditCall; indexes: { 'by-time': [string, number] } };
  counters: {
    key: [org: string, unit: CounterUnit | 'ready', dimension: string, at: number];
    value: CounterRecord;
  };
  actors: {
    key: [org: string, id: string];
    value: ActorRecord;
    indexes: { 'by-first-seen': [string, number] };
  };
  cursors: { key: [org: string, source: string]; value: CursorRecord };
  catalogue: { key: [org: string, id: string]; value: CatalogueRecord };
}

export type ActivityDatabase = IDBPDatabase<ActivitySchema>;
export type ActivityStoreName = 'events' | 'counters' | 'actors' | 'cursors' | 'catalogue';
