import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { CheckView, OrganizationChoice, StatusView } from '../../components/popup/model.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { send } from '../../lib/messages/send.ts';
import { activeOrganization, openConsole } from './console-tab.ts';

/** Wiring only: asks the background for what is known and mounts the view. */
const organizations = signal<readonly OrganizationChoice[]>([]);
const current = signal<string | undefined>(undefined);
const status = signal<(StatusView & { path: string }) | undefined>(undefined);
const check = signal<CheckView>({ text: '' });
const loaded = signal(false);
let asked = 0;

async function showOrganization(org: string | undefined): Promise<void> {
  const reply = await send('status/get', org === undefined ? {} : { org });
  const seen = reply.ok ? reply.value : null;
  current.value = org ?? seen?.org;
  status.value = seen
    ? { settings: seen.settings, customDomains: seen.customDomains, seenAt: seen.seenAt, path: seen.path }
    : undefined;
}

async function explain(text: string): Promise<void> {
  check.value = { text };
  asked += 1;
  const question = asked;
  const org = current.value;
  if (text.trim() === '') return;
  const reply = await send('patterns/explain', org === undefined ? { text } : { text, org });
  if (question !== asked || !reply.ok) return;
  check.value = { text, explanation: reply.value.explanation, listUnknown: reply.value.list === null };
}

const consolePath = computed(() => status.value?.path);

async function start(): Promise<void> {
  const [known, active] = await Promise.all([send('orgs/list', {}), activeOrganization()]);
  organizations.value = known.ok ? known.value.map(({ org }) => ({ id: org })) : [];
  await showOrganization(active);
  loaded.value = true;
}

const root = document.getElementById('root');
if (root) {
  const links = { activity: 'activity.html', posture: 'posture.html', options: 'options.html' };
  effect(() => {
    if (!loaded.value) return;
    render(
      <Popup
        organizations={organizations.value}
        current={current.value}
        status={status.value}
        findings={[]}
        check={check.value}
        links={links}
        now={Date.now()}
        onOrganization={(id) => void showOrganization(id)}
        onOpenConsole={() => void openConsole(current.value, consolePath.value)}
        onCheck={(text) => void explain(text)}
        onAdd={() => void openConsole(current.value, consolePath.value)}
        onWindow={() => {}}
        onSync={() => {}}
        onSetUpActivity={() => {}}
      />,
      root,
    );
  });
  void start();
}
