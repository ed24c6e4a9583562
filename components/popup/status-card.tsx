import type { ComponentChildren } from 'preact';
import { Button } from '../controls/button.tsx';
import { Lozenge, type Tone } from '../controls/lozenge.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { ageInWords, STALE_AFTER } from './age.ts';
import type { StatusView } from './model.ts';
import { figure, status as words } from './words.ts';

export interface StatusCardProps {
  /** Undefined before the first visit to the page. */
  status: StatusView | undefined;
  /** Milliseconds since 1970. */
  now: number;
  onOpenConsole(): void;
}

const supportedTone: Record<StatusView['settings']['supportedDomains'], Tone> = {
  allowed: 'success',
  blocked: 'neutral',
  unknown: 'neutral',
};
const tokenTone: Record<StatusView['settings']['apiToken'], Tone> = {
  on: 'warning',
  off: 'neutral',
  unknown: 'neutral',
};

/** The MCP server's settings as last seen (contract: `gate-status`), or what to do before the first visit. */
export function StatusCard({ status, now, onOpenConsole }: StatusCardProps) {
  if (!status) return <NothingSeen onOpenConsole={onOpenConsole} />;
  const { settings, customDomains, seenAt } = status;
  const age = ageInWords(seenAt, now);
  const stale = now - seenAt > STALE_AFTER;
  return (
    <section
      class="section"
      aria-labelledby="status-title"
      data-testid="gate-status"
      data-supported-domains={settings.supportedDomains}
      data-api-token={settings.apiToken}
      data-custom-domains={customDomains ?? 'unknown'}
      data-seen-at={new Date(seenAt).toISOString()}
    >
      <div class="section-head">
        <h2 id="status-title">{words.title}</h2>
        {!stale && <span class="hint">{words.seen(age)}</span>}
      </div>
      <dl class="facts">
        <Fact name={words.supported}>
          <Lozenge tone={supportedTone[settings.supportedDomains]}>
            {words.supportedValue[settings.supportedDomains]}
          </Lozenge>
        </Fact>
        <Fact name={words.token}>
          <Lozenge tone={tokenTone[settings.apiToken]}>{words.tokenValue[settings.apiToken]}</Lozenge>
        </Fact>
        <Fact name={words.domains}>
          {customDomains === null ? (
            <Lozenge>{words.domainsUnknown}</Lozenge>
          ) : (
            <strong>{figure(customDomains)}</strong>
          )}
        </Fact>
      </dl>
      {stale && (
        <SectionMessage
          level="warn"
          actions={
            <Button appearance="link" onPress={onOpenConsole}>
              {words.open}
            </Button>
          }
        >
          <p>{words.stale(age)}</p>
        </SectionMessage>
      )}
    </section>
  );
}

/** One line of a list of facts. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function NothingSeen({ onOpenConsole }: { onOpenConsole(): void }) {
  return (
    <section
      class="section"
      aria-labelledby="status-title"
      data-testid="gate-status"
      data-supported-domains="unknown"
      data-api-token="unknown"
      data-custom-domains="unknown"
    >
      <h2 id="status-title">{words.emptyTitle}</h2>
      <p>{words.empty}</p>
      <p class="hint">{words.where}</p>
      <div class="actions">
        <Button appearance="primary" onPress={onOpenConsole}>
          {words.open}
        </Button>
      </div>
    </section>
  );
}
