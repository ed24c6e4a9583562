import Button from '@atlaskit/button/new';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { useState } from 'react';
import type { DomainEntry } from '../../protocol.ts';
import { fill } from '../../texts/index.ts';
import { useConsole } from '../console-context.tsx';

/** Asks before an entry is deleted. */
export function DeleteDialog(props: {
  entry: DomainEntry | undefined;
  onCancel(): void;
  onConfirm(entry: DomainEntry): Promise<void>;
}) {
  const { entry, onCancel, onConfirm } = props;
  const { texts, id } = useConsole();
  /** The entry that is being deleted: the dialog may be left meanwhile, and opened for another. */
  const [busy, setBusy] = useState<DomainEntry>();
  const confirm = async (confirmed: DomainEntry) => {
    setBusy(confirmed);
    await onConfirm(confirmed);
    setBusy((now) => (now === confirmed ? undefined : now));
  };
  return (
    <ModalTransition>
      {entry ? (
        <Modal onClose={onCancel} width="small" testId={id('mcp-server-delete-domain-modal')}>
          <ModalHeader>
            <ModalTitle appearance="danger">{texts.deleteTitle}</ModalTitle>
          </ModalHeader>
          <ModalBody>{fill(texts.deleteQuestion, { domain: entry.text })}</ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onCancel}>
              {texts.cancel}
            </Button>
            <Button
              appearance="danger"
              isLoading={busy === entry}
              onClick={() => void confirm(entry)}
              testId={id('mcp-server-delete-domain-confirm')}
            >
              {texts.delete}
            </Button>
          </ModalFooter>
        </Modal>
      ) : null}
    </ModalTransition>
  );
}
