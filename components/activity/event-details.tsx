import type { ComponentChildren } from 'preact';
import type { AuditCall } from '../../lib/activity/types.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Lozenge } from '../controls/lozenge.tsx';
import { SectionMessage } from '../controls/section-message.tsx';
import { visibleText } from '../on-page/visible-text.ts';
import { classes } from '../popup/words.ts';
import { classTone } from './class-tone.ts';
import { moment, details as words } from './words.ts';

export interface EventDetailsProps {
  id: string;
  /** Everything that is kept of it; null when it is gone, undefined while it is read. */
  call: AuditCall | null | undefined;
  onFilter(change: { person?: string; tool?: string }): void;
  onClose(): void;
}

/** Beside the table: every stored field of one event, and how its tool was recognised. */
export function EventDetails({ id, call, onFilter, onClose }: EventDetailsProps) {
  return (
    <Dialog
      title={words.title}
      modal={false}
      closeLabel={words.close}
      step={id}
      data={{ 'data-testid': 'gate-activity-details', 'data-id': id }}
      onClose={onClose}
    >
      {call === null && (
        <SectionMessage level="info">
          <p>{words.gone}</p>
        </SectionMessage>
      )}
      {call && <Fields call={call} onFilter={onFilter} />}
    </Dialog>
  );
}

function Field({ name, field, children }: { name: string; field: string; children: ComponentChildren }) {
  return (
    <div class="detail" data-testid="gate-activity-field" data-name={field}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A text of the event: isolated, capped, nothing invisible in it. */
const told = (text: string | undefined) => (
  <bdi>{text === undefined || text === '' ? words.untold : visibleText(text)}</bdi>
);

function Fields({ call, onFilter }: { call: AuditCall; onFilter: EventDetailsProps['onFilter'] }) {
  const { actor, time, tool } = call;
  return (
    <>
      <dl class="details">
        <Field name={words.tool} field="tool">
          {told(tool)} <Lozenge tone={classTone[call.class]}>{classes[call.class]}</Lozenge>
        </Field>
        <Field name={words.recognised} field="how">
          {words.how(call.how)}
        </Field>
        <Field name={words.local} field="local">
          {moment('full', time)}
        </Field>
        <Field name={words.utc} field="utc">
          <span class="code">{new Date(time).toISOString()}</span>
        </Field>
        <Field name={words.epoch} field="time">
          <span class="code">{time}</span>
        </Field>
        <Field name={words.actor} field="actor">
          {told(actor.name)}
        </Field>
        <Field name={words.actorId} field="actor-id">
          <span class="code">{told(actor.id)}</span>
        </Field>
        <Field name={words.kind} field="kind">
          {words.kinds[actor.kind]}
        </Field>
        {call.via !== undefined && (
          <Field name={words.via} field="via">
            <span class="code">{told(call.via)}</span>
          </Field>
        )}
        <Field name={words.app} field="app">
          {told(call.app)}
        </Field>
        <Field name={words.auth} field="auth">
          {told(call.authType)}
        </Field>
        <Field name={words.country} field="country">
          {told(call.country)}
        </Field>
        <Field name={words.action} field="action">
          <span class="code">{told(call.action)}</span>
        </Field>
        <Field name={words.source} field="source">
          {words.sources[call.source]}
        </Field>
        <Field name={words.id} field="id">
          <span class="code">{told(call.id)}</span>
        </Field>
        <Field name={words.organization} field="org">
          <span class="code">{told(call.org)}</span>
        </Field>
      </dl>
      <div class="actions">
        <Button onPress={() => onFilter({ person: actor.id })}>{words.filterActor}</Button>
        <Button onPress={() => onFilter({ tool })}>{words.filterTool}</Button>
      </div>
    </>
  );
}
