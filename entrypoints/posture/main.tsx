import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { OrganizationChoice } from '../../components/popup/model.ts';
import type { Accepting, PostureView } from '../../components/posture/model.ts';
import { Posture } from '../../components/posture/posture.tsx';
import { posture as words } from '../../components/posture/words.ts';
import { localDay } from '../../lib/calendar/day.ts';
import { download } from '../../lib/files/download.ts';
import type { Reply } from '../../lib/messages/reply.ts';
import { send } from '../../lib/messages/send.ts';
import { postureAsJson, postureAsMarkdown } from '../../lib/posture/report.ts';
import type { JudgedFinding } from '../../lib/posture/types.ts';
import { wordsOf } from '../../lib/posture/words.ts';
import { markLanguage } from '../../lib/words/page-language.ts';

markLanguage(document.documentElement);

/** Wiring only: asks the background for the findings and mounts the view. `?org=` names the organization. */
const organizations = signal<readonly OrganizationChoice[]>([]);
const view = signal<PostureView | undefined>(undefined);
const problem = signal<string | undefined>(undefined);
const loaded = signal(false);
let shown = new URLSearchParams(location.search).get('org') ?? undefined;

/** Takes a reply's value, or shows why there is none. */
function taken<Value>(reply: Reply<Value>): Value | undefined {
  problem.value = reply.ok ? undefined : reply.message;
  return reply.ok ? reply.value : undefined;
}

async function load(): Promise<void> {
  const found = taken(await send('posture/get', shown === undefined ? {} : { org: shown }));
  if (found !== undefined) view.value = found ?? undefined;
  loaded.value = true;
}

async function choose(org: string): Promise<void> {
  shown = org;
  history.replaceState(null, '', `?org=${org}`);
  await load();
}

async function accept({ rule, evidence }: JudgedFinding, accepting: Accepting): Promise<void> {
  const org = view.value?.org;
  if (org === undefined) return;
  // What of this rule was accepted before stays accepted.
  const before = view.value?.findings.find((other) => other.rule === rule && other.accepted)?.evidence ?? [];
  const reply = await send('posture/accept', { org, rule, ...accepting, evidence: [...before, ...evidence] });
  if (taken(reply) !== undefined) await load();
}

async function withdraw({ rule }: JudgedFinding): Promise<void> {
  const org = view.value?.org;
  if (org !== undefined && taken(await send('posture/withdraw', { org, rule })) !== undefined) await load();
}

function exportAs(format: 'markdown' | 'json'): void {
  if (!view.value) return;
  const { org, seenAt, findings } = view.value;
  const head = { org, seenAt, now: Date.now() };
  const day = localDay(head.now);
  if (format === 'json') {
    const text = postureAsJson(head, findings);
    download(new Blob([text], { type: 'application/json' }), `gatehouse-findings-${day}.json`);
  } else {
    const text = postureAsMarkdown(head, findings);
    download(new Blob([text], { type: 'text/markdown' }), `gatehouse-findings-${day}.md`);
  }
}

async function start(): Promise<void> {
  document.title = `${words.title} · Gatehouse`;
  const known = await send('orgs/list', {});
  organizations.value = known.ok ? known.value.map(({ org }) => ({ id: org })) : [];
  await load();
}

const root = document.getElementById('root');
if (root) {
  effect(() => {
    if (!loaded.value) return;
    const now = Date.now();
    render(
      <Posture
        organizations={organizations.value}
        view={view.value}
        problem={problem.value}
        now={now}
        today={localDay(now)}
        textsOf={wordsOf}
        onOrganization={(org) => void choose(org)}
        onAgain={() => void load()}
        onAccept={(finding, accepting) => void accept(finding, accepting)}
        onWithdraw={(finding) => void withdraw(finding)}
        onExport={exportAs}
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
