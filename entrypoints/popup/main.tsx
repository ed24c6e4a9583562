import { render } from 'preact';
import type {
  ActivityView,
  ActivityWindow,
  CheckView,
  OrganizationChoice,
  StatusView,
} from '../../components/popup/model.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { extensionApi } from '../../lib/background/extension-api.ts';
import { send } from '../../lib/messages/send.ts';
import { toStoreError } from '../../lib/store/errors.ts';
import { askToPersist } from '../../lib/store/persist.ts';
import { readActivity } from './activity-facts.ts';
import { activeOrganization, openConsole } from './console-tab.ts';

/** Wiring only: reads what is known and mounts the view. Nothing waits for the network. */

interface State {
  organizations: readonly OrganizationChoice[];
  current?: string | undefined;
  status?: (StatusView & { path: string }) | undefined;
  check: CheckView;
  window: ActivityWindow;
  activity?: ActivityView | undefined;
  /** Why something can't be shown, as a sentence. */
  failure?: string | undefined;
}

/** How often the figures are looked up again while a sync runs, in milliseconds. */
const LOOK_AGAIN = 1_000;

let state: State = { organizations: [], check: { text: '' }, window: '24h' };
let loaded = false;
let asked = 0;
let looks = 0;
let again: ReturnType<typeof setTimeout> | undefined;

function change(part: Partial<State>): void {
  state = { ...state, ...part };
  if (loaded) show();
}

async function showActivity(org: string): Promise<void> {
  clearTimeout(again);
  looks += 1;
  const look = looks;
  let activity: ActivityView;
  try {
    activity = await readActivity(org, state.window);
  } catch (error) {
    if (look === looks) change({ failure: toStoreError(error).message });
    return;
  }
  // Another organization or window was chosen meanwhile.
  if (look !== looks) return;
  change({ activity });
  if (activity.state === 'syncing') again = setTimeout(() => void showActivity(org), LOOK_AGAIN);
}

async function showOrganization(org: string | undefined): Promise<void> {
  const reply = await send('status/get', org === undefined ? {} : { org });
  const seen = reply.ok ? reply.value : null;
  const current = org ?? seen?.org ?? state.organizations[0]?.id;
  change({
    current,
    failure: reply.ok ? undefined : reply.message,
    status: seen
      ? { settings: seen.settings, customDomains: seen.customDomains, seenAt: seen.seenAt, path: seen.path }
      : undefined,
  });
  if (current !== undefined) await showActivity(current);
}

async function choose(org: string): Promise<void> {
  looks += 1;
  change({ current: org, activity: undefined });
  await Promise.all([showOrganization(org), explain(state.check.text)]);
}

async function explain(text: string): Promise<void> {
  change({ check: { text } });
  asked += 1;
  const question = asked;
  if (text.trim() === '') return;
  const org = state.current;
  const reply = await send('patterns/explain', org === undefined ? { text } : { text, org });
  if (question !== asked) return;
  if (reply.ok)
    change({
      failure: undefined,
      check: { text, explanation: reply.value.explanation, listUnknown: reply.value.list === null },
    });
  else change({ failure: reply.message });
}

async function fetchNow(): Promise<void> {
  const { current: org, activity } = state;
  if (org === undefined || !activity) return;
  clearTimeout(again);
  looks += 1;
  change({ activity: { ...activity, state: 'syncing' } });
  const reply = await send('activity/sync', { org });
  if (!reply.ok)
    change({
      activity: { ...activity, state: 'error', problem: { code: reply.code, message: reply.message } },
    });
  else again = setTimeout(() => void showActivity(org), LOOK_AGAIN / 4);
}

function setUp(): void {
  extensionApi()
    .runtime.openOptionsPage()
    .catch(() =>
      change({
        failure: 'The browser did not open the options of Gatehouse. Open them from its list of extensions.',
      }),
    );
}

function show(): void {
  const root = document.getElementById('root');
  if (!root) return;
  const { organizations, current, status, check, activity, failure } = state;
  const query = current === undefined ? '' : `?org=${current}`;
  const toConsole = () => void openConsole(current, status?.path);
  render(
    <Popup
      organizations={organizations}
      current={current}
      status={status}
      findings={[]}
      check={check}
      activity={activity}
      failure={failure}
      links={{ activity: `activity.html${query}`, posture: 'posture.html', options: 'options.html' }}
      now={Date.now()}
      onOrganization={(id) => void choose(id)}
      onOpenConsole={toConsole}
      onCheck={(text) => void explain(text)}
      onAdd={toConsole}
      onWindow={(window) => {
        change({ window });
        if (current !== undefined) void showActivity(current);
      }}
      onSync={() => void fetchNow()}
      onSetUpActivity={setUp}
    />,
    root,
  );
}

async function start(): Promise<void> {
  const [known, active] = await Promise.all([
    send('orgs/list', {}),
    activeOrganization().catch(() => undefined),
  ]);
  state.organizations = known.ok ? known.value.map(({ org }) => ({ id: org })) : [];
  loaded = true;
  await showOrganization(active);
  void askToPersist(navigator.storage);
}

void start();
