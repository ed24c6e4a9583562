import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { OrganizationChoice } from '../../components/popup/model.ts';
import type { RegisterExport, RegisterView } from '../../components/register/model.ts';
import { RegisterPage } from '../../components/register/register-page.tsx';
import { register as words } from '../../components/register/words.ts';
import { localDay } from '../../lib/calendar/day.ts';
import { download } from '../../lib/files/download.ts';
import type { ListWithRegister } from '../../lib/messages/answers.ts';
import { send } from '../../lib/messages/send.ts';
import { registerCsv } from '../../lib/register/csv.ts';
import { registerJson } from '../../lib/register/json.ts';
import { listCsv, listJson } from '../../lib/register/list-export.ts';
import { mergeRegisters, type Winner } from '../../lib/register/merge.ts';
import { registerState } from '../../lib/register/state.ts';
import type { RegisterRecord } from '../../lib/register/types.ts';
import { markLanguage } from '../../lib/words/page-language.ts';
import { type ReadFile, readRegisterFile } from './read-file.ts';

markLanguage(document.documentElement);

/** Wiring only: asks the background for list and register and mounts the view. `?org=` names the organization. */
const organizations = signal<readonly OrganizationChoice[]>([]);
const known = signal<ListWithRegister | undefined>(undefined);
const pending = signal<(ReadFile & { name: string }) | undefined>(undefined);
const problem = signal<string | undefined>(undefined);
const loaded = signal(false);
let shown = new URLSearchParams(location.search).get('org') ?? undefined;

/** A message holds so many entries at most. */
const CHUNK = 1_000;

async function load(): Promise<void> {
  const reply = await send('list/get', shown === undefined ? {} : { org: shown });
  if (reply.ok) known.value = reply.value ?? undefined;
  else problem.value = reply.message;
  loaded.value = true;
}

function viewOf(list: ListWithRegister): RegisterView {
  const { org, entries, register } = list;
  const patterns = entries?.map(({ pattern }) => pattern) ?? null;
  const state = registerState(patterns, register, localDay(Date.now()));
  const [overdue, unowned, gone] = [new Set(state.overdue), new Set(state.unowned), new Set(state.gone)];
  const records = new Map(register.map((record) => [record.pattern, record]));
  const file = pending.value;
  return {
    org,
    listKnown: patterns !== null,
    lines: [...new Set([...(patterns ?? []), ...records.keys()])].map((pattern) => ({
      pattern,
      record: records.get(pattern) ?? { pattern },
      overdue: overdue.has(pattern),
      unowned: unowned.has(pattern),
      gone: gone.has(pattern),
    })),
    pending: file && {
      name: file.name,
      entries: file.records.length,
      notes: file.notes,
      conflicts: mergeRegisters(register, file.records).conflicts,
    },
  };
}

async function choose(org: string): Promise<void> {
  shown = org;
  pending.value = undefined;
  problem.value = undefined;
  history.replaceState(null, '', `?org=${org}`);
  await load();
}

/** Answers why it was not kept; what was typed stays in its form then. */
async function edit(entry: RegisterRecord): Promise<string | undefined> {
  if (!known.value) return undefined;
  const reply = await send('register/edit', { org: known.value.org, entry });
  if (!reply.ok) return reply.message;
  problem.value = undefined;
  await load();
  return undefined;
}

async function read(file: File): Promise<void> {
  if (!known.value) return;
  const { org } = known.value;
  const answer = await readRegisterFile(file, org);
  pending.value = undefined;
  if (typeof answer === 'string') {
    problem.value = answer;
    return;
  }
  // The file may spell an entry otherwise than the list does.
  const keys = await send('register/keys', { org, patterns: answer.records.map(({ pattern }) => pattern) });
  problem.value = keys.ok ? undefined : keys.message;
  if (!keys.ok || known.value?.org !== org) return;
  const records = answer.records.map((record, index) => ({
    ...record,
    pattern: keys.value[index] ?? record.pattern,
  }));
  pending.value = { ...answer, records, name: file.name };
}

async function merge(winner: Winner | undefined): Promise<void> {
  const file = pending.value;
  const list = known.value;
  if (!file || !list) return;
  if (winner === undefined) {
    pending.value = undefined;
    return;
  }
  for (let first = 0; first < file.records.length; first += CHUNK) {
    const entries = file.records.slice(first, first + CHUNK);
    const reply = await send('register/merge', { org: list.org, entries, winner });
    if (!reply.ok) {
      // The file stays: taking it in again changes nothing that was taken in already.
      problem.value = reply.message;
      return await load();
    }
  }
  pending.value = undefined;
  problem.value = undefined;
  await load();
}

function exportAs(what: RegisterExport): void {
  const list = known.value;
  if (!list) return;
  const { org, entries, register, seenAt } = list;
  const records = new Map(register.map((record) => [record.pattern, record]));
  const listed = (entries ?? []).map((entry) => ({ ...entry, record: records.get(entry.pattern) }));
  const text = {
    'register-json': () => registerJson(org, register),
    'register-csv': () => registerCsv(register),
    'list-json': () => listJson(org, seenAt ?? 0, listed),
    'list-csv': () => listCsv(listed),
  }[what]();
  const [kind, format] = what.split('-');
  const type = format === 'json' ? 'application/json' : 'text/csv;charset=utf-8';
  download(new Blob([text], { type }), `gatehouse-${kind}-${localDay(Date.now())}.${format}`);
}

async function start(): Promise<void> {
  document.title = `${words.title} · Gatehouse`;
  const reply = await send('orgs/list', {});
  organizations.value = reply.ok ? reply.value.map(({ org }) => ({ id: org })) : [];
  await load();
}

const root = document.getElementById('root');
if (root) {
  effect(() => {
    if (!loaded.value) return;
    render(
      <RegisterPage
        organizations={organizations.value}
        view={known.value && viewOf(known.value)}
        problem={problem.value}
        onOrganization={(org) => void choose(org)}
        onEdit={(pattern, fields) => edit({ pattern, ...fields })}
        onExport={exportAs}
        onFile={(file) => void read(file)}
        onMerge={(winner) => void merge(winner)}
      />,
      root,
    );
  });
  // Another tab, an import or a visit of the console may have changed something since.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && loaded.value) void load();
  });
  void start();
}
