import Button from '@atlaskit/button/new';
import { HelperMessage, Label } from '@atlaskit/form';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';

/** The dialogs of the distractor pages: one field and an "Add" button, much like the MCP page's. */
export function OneFieldDialog(props: {
  open: boolean;
  title: string;
  label: string;
  help: string;
  submit: string;
  onClose(): void;
  onSubmit(text: string): void;
}) {
  const { open, title, label, help, submit, onClose, onSubmit } = props;
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(text.trim());
    setText('');
    onClose();
  };
  return (
    <ModalTransition>
      {open ? (
        <Modal onClose={onClose} width="small">
          <form onSubmit={send}>
            <ModalHeader hasCloseButton>
              <ModalTitle>{title}</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <Label htmlFor="one-field">{label}</Label>
              <Textfield
                id="one-field"
                value={text}
                onChange={(event) => setText((event.target as HTMLInputElement).value)}
              />
              <HelperMessage>{help}</HelperMessage>
            </ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={onClose}>
                Cancel
              </Button>
              <Button appearance="primary" type="submit" isDisabled={text.trim() === ''}>
                {submit}
              </Button>
            </ModalFooter>
          </form>
        </Modal>
      ) : null}
    </ModalTransition>
  );
}
