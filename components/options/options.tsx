import type { HourlyPlan, Settings } from '../../lib/store/settings-shape.ts';
import { SectionMessage } from '../controls/section-message.tsx';
import type { CloudProps } from './cloud.tsx';
import { Deletion, type DeletionProps } from './deletion.tsx';
import { Key, type KeyProps } from './key.tsx';
import type { OptionsView } from './model.ts';
import { Organization } from './organization.tsx';
import { Preferences } from './preferences.tsx';
import { Sources, type SourcesProps } from './sources.tsx';
import { StoredData } from './stored-data.tsx';
import { Transfer, type TransferProps } from './transfer.tsx';
import { policy as policyWords, page as words } from './words.ts';

export interface OptionsActions {
  organization(text: string): void;
  cloud: Omit<CloudProps, 'view'>;
  key: Omit<KeyProps, 'view' | 'host'>;
  sources: Pick<SourcesProps, 'onSession' | 'onFile'>;
  plan(plan: HourlyPlan): void;
  change(change: Partial<Settings>): void;
  transfer: Omit<TransferProps, 'view'>;
  deletion: Omit<DeletionProps, 'view'>;
}

/** The whole options page. */
export function Options({ view, actions }: { view: OptionsView; actions: OptionsActions }) {
  const { organization, settings, policy } = view;
  return (
    <main class="options">
      <header>
        <h1>{words.title}</h1>
        <p class="subtle">{words.intro}</p>
      </header>
      {view.notes.map((note) => (
        <SectionMessage key={note} level="warn">
          <p>{note}</p>
        </SectionMessage>
      ))}
      {(policy.set.length > 0 || policy.organizations) && (
        <div data-testid="gate-policy">
          <SectionMessage level="info">
            <p>{policyWords.notice}</p>
          </SectionMessage>
        </div>
      )}
      <Organization
        view={organization}
        cloud={{ view: view.cloud, ...actions.cloud }}
        allowed={policy.organizations}
        onText={actions.organization}
      />
      <Key view={view.key} host={view.keyHost} off={policy.off.includes('apiKey')} {...actions.key} />
      <Sources
        sessionOn={settings.sessionSource}
        policy={policy}
        session={view.session}
        file={view.file}
        {...actions.sources}
      />
      <Preferences
        settings={settings}
        policy={policy}
        plan={organization.id === undefined ? undefined : settings.plans[organization.id]}
        withoutOrganization={organization.id === undefined}
        onPlan={actions.plan}
        onChange={actions.change}
      />
      <StoredData view={view.data} />
      <Transfer view={view.transfer} {...actions.transfer} />
      <Deletion view={view.deletion} {...actions.deletion} />
    </main>
  );
}
