import { render } from 'preact';
import type { Outcome } from '../../components/options/model.ts';
import { Options, type OptionsActions } from '../../components/options/options.tsx';
import { data as dataWords, sources as sourceWords } from '../../components/options/words.ts';
import { readStatus } from '../../lib/activity/summary/index.ts';
import { extensionApi } from '../../lib/background/extension-api.ts';
import { send } from '../../lib/messages/send.ts';
import { openActivity, openGatehouse } from '../../lib/store/database.ts';
import { toStoreError } from '../../lib/store/errors.ts';
import { measureStored } from '../../lib/store/measure.ts';
import { askToPersist, estimateStorage } from '../../lib/store/persist.ts';
import { POLICY_KEY } from '../../lib/store/policy/shape.ts';
import type { Settings } from '../../lib/store/settings-shape.ts';
import { markLanguage } from '../../lib/words/page-language.ts';
import { cloudActions, loadCloud, lookAtGrant } from './cloud-actions.ts';
import { deletionActions, transferActions } from './data-actions.ts';
import { takeInFile } from './file-actions.ts';
import { onGrants } from './hosts.ts';
import { keyActions, loadKey } from './key-actions.ts';
import { change, current, drawWith, failed } from './state.ts';

markLanguage(document.documentElement);

/** Wiring only: reads what is set, mounts the view, and carries its changes to where they are kept. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The id in a text: bare, or in an address of the console that was pasted. */
function idIn(text: string): string | undefined {
  const bare = /\/o\/([^/?#]+)/.exec(text)?.[1] ?? text.trim();
  return UUID.test(bare) ? bare.toLowerCase() : undefined;
}

function chooseOrganization(text: string): void {
  const { organization, key } = current();
  const id = idIn(text);
  change({ organization: { ...organization, text: id ?? text, id } });
  // The address of another console may name the same organization.
  if (id === organization.id) return void (text !== id && loadCloud(text));
  change({
    key: { state: 'absent', busy: false, taken: key.taken + 1 },
    session: undefined,
    file: { busy: false },
  });
  void loadCloud(text);
  if (id === undefined) return;
  void loadKey(id);
  void loadSession();
}

/** How the session does as a source: told only where it is on. */
async function loadSession(): Promise<void> {
  const { id } = current().organization;
  if (id === undefined || !current().settings.sessionSource) return change({ session: undefined });
  try {
    const status = await readStatus(await openActivity(), id, 'session', Date.now());
    let session: Outcome | undefined;
    if (status.problem) session = { level: 'warn', message: status.problem.message };
    else if (status.syncedAt > 0) session = { level: 'ok', message: sourceWords.sessionWorks };
    change({ session });
  } catch (error) {
    change({ session: failed(toStoreError(error)) });
  }
}

async function loadSettings(): Promise<void> {
  const reply = await send('settings/get', {});
  if (reply.ok) change(reply.value);
  else change({ notes: [reply.message] });
}

async function setSettings(part: Partial<Settings>): Promise<void> {
  const reply = await send('settings/set', part);
  if (!reply.ok) return change({ notes: [reply.message] });
  change(reply.value);
  if (part.sessionSource !== undefined) await loadSession();
}

async function loadData(): Promise<void> {
  const { local, session } = extensionApi().storage;
  try {
    const [kinds, { bytes, persisted }] = await Promise.all([
      measureStored(await openGatehouse(), { local, session }),
      estimateStorage(navigator.storage),
    ]);
    change({
      data: {
        kinds: kinds.map(({ kind, ...measured }) => {
          const { id, what, why, howLong, place } = kind;
          return { id, what, why, howLong, where: dataWords.places[place.area], ...measured };
        }),
        total: bytes,
        persisted,
      },
    });
  } catch (error) {
    change({ notes: [toStoreError(error).message] });
  }
}

async function loadOrganizations(): Promise<void> {
  const reply = await send('orgs/list', {});
  const known = reply.ok ? reply.value.map(({ org }) => org) : [];
  const asked = new URLSearchParams(location.search).get('org') ?? '';
  change({ organization: { ...current().organization, known } });
  if (!reply.ok) change({ notes: [reply.message] });
  if (current().organization.text === '') chooseOrganization(idIn(asked) ?? known[0] ?? '');
}

async function reload(): Promise<void> {
  await Promise.all([loadSettings(), loadOrganizations(), loadData()]);
  await loadCloud();
}

const actions: OptionsActions = {
  organization: chooseOrganization,
  cloud: cloudActions,
  key: keyActions,
  sources: {
    onSession: (sessionSource) => void setSettings({ sessionSource }),
    onFile: (file) => void takeInFile(file, () => void loadData()),
  },
  plan: (plan) => {
    const { id } = current().organization;
    if (id !== undefined) void setSettings({ plans: { [id]: plan } });
  },
  change: (part) => void setSettings(part),
  transfer: transferActions(() => void reload()),
  deletion: deletionActions(async () => {
    const { organization, key } = current();
    change({
      organization: { ...organization, text: '', id: undefined },
      key: { state: 'absent', busy: false, taken: key.taken + 1 },
      session: undefined,
      file: { busy: false },
      transfer: { busy: false },
    });
    await reload();
  }),
};

async function start(): Promise<void> {
  await Promise.all([loadSettings(), loadOrganizations()]);
  await loadCloud();
  const root = document.getElementById('root');
  if (root) drawWith((view) => render(<Options view={view} actions={actions} />, root));
  await loadData();
  // Firefox asks the admin, who may leave the question open for ever.
  if (!current().data?.persisted && (await askToPersist(navigator.storage))) await loadData();
}

// What happens elsewhere (a sync that ends, the key locked in another tab) is seen when the admin comes back.
document.addEventListener('visibilitychange', () => {
  const { id } = current().organization;
  if (document.visibilityState !== 'visible' || id === undefined || current().key.busy) return;
  void loadKey(id);
  void loadSession();
});

onGrants(() => void lookAtGrant());

// The background writes its copy of the policy down once another one holds.
extensionApi().storage.session.onChanged.addListener((changes) => {
  if (POLICY_KEY in changes) void loadSettings();
});

void start();
