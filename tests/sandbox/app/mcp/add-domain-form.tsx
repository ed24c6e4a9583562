import Button from '@atlaskit/button/new';
import Form, { useFormState } from '@atlaskit/form';
import Modal, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import { type ReactNode, useRef } from 'react';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';
import { DomainField, KindChoice, Terms } from './form-fields.tsx';
import type { AddResult } from './use-domains.ts';

interface Values {
  domain: string;
}

function Buttons({ submitting, onCancel }: { submitting: boolean; onCancel(): void }) {
  const { texts, variant, id } = useConsole();
  const state = useFormState<Values>({ values: true });
  const empty = (state?.values?.domain ?? '').trim() === '';
  return (
    <>
      <Button appearance="subtle" onClick={onCancel}>
        {texts.cancel}
      </Button>
      <Button
        appearance="primary"
        type="submit"
        isDisabled={empty}
        isLoading={submitting}
        testId={id('mcp-server-add-domain-submit')}
      >
        {texts[variant.submit]}
      </Button>
    </>
  );
}

function Fields() {
  const { variant } = useConsole();
  return (
    <>
      {variant.kindChoice ? <KindChoice /> : null}
      <DomainField />
      <Terms />
    </>
  );
}

function InModal({ children, onClose }: { children: ReactNode; onClose(): void }) {
  const { id } = useConsole();
  return (
    <Modal onClose={onClose} width="medium" testId={id('mcp-server-add-domain-modal')}>
      {children}
    </Modal>
  );
}

/** The form for one domain, in a dialog or inline. `onClose` gets true when a request is still under way. */
export function AddDomainForm(props: {
  open: boolean;
  add(text: string): Promise<AddResult>;
  onClose(pending: boolean): void;
}) {
  const { open, add, onClose } = props;
  const { texts, variant } = useConsole();
  // An answer that comes after its form was closed must not close the next one.
  const current = useRef({ pending: false });
  const submit = async ({ domain }: Values) => {
    const mine = { pending: true };
    current.current = mine;
    const result = await add(domain);
    mine.pending = false;
    if (current.current !== mine) return undefined;
    if (result.close) onClose(false);
    return result.fieldError === undefined ? undefined : { domain: result.fieldError };
  };
  const close = () => {
    const { pending } = current.current;
    current.current = { pending: false };
    onClose(pending);
  };
  const form = (inModal: boolean) => (
    <Form<Values> onSubmit={submit}>
      {({ formProps, submitting }) => (
        <form {...formProps} noValidate>
          {inModal ? (
            <>
              <ModalHeader hasCloseButton>
                <ModalTitle>{texts.addDomain}</ModalTitle>
              </ModalHeader>
              <ModalBody>
                <Fields />
              </ModalBody>
              <ModalFooter>
                <Buttons submitting={submitting} onCancel={close} />
              </ModalFooter>
            </>
          ) : (
            <>
              <h3>{texts.addDomain}</h3>
              <Fields />
              <div className={style('inline-actions')}>
                <Buttons submitting={submitting} onCancel={close} />
              </div>
            </>
          )}
        </form>
      )}
    </Form>
  );
  if (variant.form === 'inline')
    return open ? <div className={style('inline-form')}>{form(false)}</div> : null;
  return <ModalTransition>{open ? <InModal onClose={close}>{form(true)}</InModal> : null}</ModalTransition>;
}
