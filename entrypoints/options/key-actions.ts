import type { KeyView, Outcome } from '../../components/options/model.ts';
import { organization as organizationWords, key as words } from '../../components/options/words.ts';
import { isRefusal } from '../../lib/activity/problems.ts';
import type { KeyAnswer } from '../../lib/messages/answers.ts';
import type { Reply } from '../../lib/messages/reply.ts';
import { send } from '../../lib/messages/send.ts';
import { askForHost, releaseHost } from './hosts.ts';
import { change, current, failed } from './state.ts';

/** What the key's buttons do. The key goes to the background and is kept nowhere here. */

const changeKey = (part: Partial<KeyView>) => change({ key: { ...current().key, ...part } });

/** Shows what the background answered, unless another organization was chosen meanwhile. */
function show(org: string, reply: Reply<KeyAnswer>, good?: Outcome): void {
  if (current().organization.id !== org) return;
  if (!reply.ok) {
    const state = isRefusal(reply.code) ? ('invalid' as const) : current().key.state;
    changeKey({ busy: false, state, problem: reply.code, outcome: failed(reply) });
    return;
  }
  const { state, problem, note } = reply.value;
  const trouble = problem && failed(problem);
  const noted: Outcome | undefined = note === undefined ? undefined : { level: 'warn', message: note };
  changeKey({ busy: false, state, problem: problem?.code, outcome: trouble ?? noted ?? good });
}

/** The organization in the field; says so when there is none. */
function organization(): string | undefined {
  const { id, text } = current().organization;
  if (id === undefined) {
    const message = text.trim() === '' ? organizationWords.missing : organizationWords.wrong;
    changeKey({ outcome: { level: 'error', message } });
  }
  return id;
}

export async function loadKey(org: string): Promise<void> {
  show(org, await send('key/state', { org }));
}

async function save(key: string, passphrase: string): Promise<void> {
  const org = organization();
  if (org === undefined) return;
  if (key.trim() === '') return changeKey({ outcome: { level: 'error', message: words.missing } });
  const { keyHost } = current();
  // The browser's question belongs to the click: nothing may be awaited before it.
  const allowing = askForHost(keyHost);
  changeKey({ busy: true, outcome: undefined });
  if (!(await allowing))
    return changeKey({ busy: false, outcome: { level: 'error', message: words.denied(keyHost) } });
  const reply = await send('key/save', { org, key, ...(passphrase === '' ? {} : { passphrase }) });
  if (reply.ok) changeKey({ taken: current().key.taken + 1 });
  show(org, reply, { level: 'ok', message: words.saved });
}

async function forget(): Promise<void> {
  const org = organization();
  if (org === undefined) return;
  const reply = await send('key/forget', { org });
  if (!reply.ok) return show(org, reply);
  changeKey({ taken: current().key.taken + 1 });
  if (reply.value.shared) return show(org, reply, { level: 'ok', message: words.forgottenOne });
  const released = await releaseHost(current().keyHost);
  show(org, reply, {
    level: released ? 'ok' : 'warn',
    message: released ? words.forgotten(current().keyHost) : words.notReleased(current().keyHost),
  });
}

async function unlock(passphrase: string): Promise<void> {
  const org = organization();
  if (org === undefined) return;
  if (passphrase === '') return changeKey({ outcome: { level: 'error', message: words.passphraseMissing } });
  changeKey({ busy: true, outcome: undefined });
  const reply = await send('key/unlock', { org, passphrase });
  if (reply.ok) changeKey({ taken: current().key.taken + 1 });
  show(org, reply, { level: 'ok', message: words.unlocked });
}

async function lock(): Promise<void> {
  const org = organization();
  if (org === undefined) return;
  show(org, await send('key/lock', { org }), { level: 'info', message: words.locked });
}

/** Asks for the permission again after it was taken back, and goes on. */
async function allow(): Promise<void> {
  const org = organization();
  if (org === undefined) return;
  if (!(await askForHost(current().keyHost)))
    return changeKey({ outcome: { level: 'error', message: words.denied(current().keyHost) } });
  const reply = await send('activity/sync', { org });
  changeKey(
    reply.ok
      ? { problem: undefined, outcome: { level: 'ok', message: words.allowed } }
      : { outcome: failed(reply) },
  );
}

export const keyActions = {
  onSave: (key: string, passphrase: string) => void save(key, passphrase),
  onForget: () => void forget(),
  onUnlock: (passphrase: string) => void unlock(passphrase),
  onLock: () => void lock(),
  onAllow: () => void allow(),
};
