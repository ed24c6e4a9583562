import { Button } from '../controls/button.tsx';
import { catalogue as words } from './words.ts';

/** Opens the catalogue of AI tools (contract: `gate-catalogue-open`). */
export function CatalogueButton({ onOpen }: { onOpen(): void }) {
  return (
    <Button appearance="subtle" icon="add" data={{ 'data-testid': 'gate-catalogue-open' }} onPress={onOpen}>
      {words.open}
    </Button>
  );
}
