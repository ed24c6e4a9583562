import Button, { IconButton } from '@atlaskit/button/new';
import type { DomainEntry } from '../../protocol.ts';
import { useConsole } from '../console-context.tsx';
import { DeleteIcon } from '../icons.ts';
import type { ListProps } from './list-props.ts';

export function DeleteButton({ entry, onDelete }: { entry: DomainEntry; onDelete: ListProps['onDelete'] }) {
  const { texts, variant, id } = useConsole();
  const click = () => onDelete(entry);
  return variant.deleteButton === 'icon' ? (
    <IconButton icon={DeleteIcon} label={texts.delete} appearance="subtle" onClick={click} />
  ) : (
    <Button appearance="subtle" onClick={click} testId={id('mcp-server-domain-delete')}>
      {texts.delete}
    </Button>
  );
}
