import { Button } from '../controls/button.tsx';
import { here as words } from './words.ts';

export interface ThisPageProps {
  /** `other`: not recognised · `not-there`: it was open before Gatehouse was. Anything else needs no word. */
  kind: string | undefined;
  onClaim(): void;
}

/** A page of the console in front that Gatehouse does not show itself on: the admin can say that it is the MCP server's. */
export function ThisPage({ kind, onClaim }: ThisPageProps) {
  if (kind !== 'other' && kind !== 'not-there') return null;
  return (
    <section class="section" aria-labelledby="here-title" data-testid="gate-page-in-front" data-kind={kind}>
      <h2 id="here-title">{words.title}</h2>
      <p class="subtle">{kind === 'other' ? words.body : words.notThere}</p>
      {kind === 'other' && (
        <div class="actions">
          <Button data={{ 'data-testid': 'gate-this-is-the-page' }} onPress={onClaim}>
            {words.yes}
          </Button>
        </div>
      )}
    </section>
  );
}
