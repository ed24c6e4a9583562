import Button from '@atlaskit/button/new';
import { ErrorMessage, Field, HelperMessage, Label } from '@atlaskit/form';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { fill } from '../../texts/index.ts';
import { useConsole } from '../console-context.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../icons.ts';
import { style } from '../styles.ts';

const EXAMPLE = 'https://claude.ai/**';

/** Changes after every pause of the variant's length, so that the field's element is made anew; remembers the focus. */
function useReplacedInput(every: number) {
  const input = useRef<HTMLInputElement>(null);
  const [generation, setGeneration] = useState(0);
  const caret = useRef<number | null>(null);
  useEffect(() => {
    if (every <= 0) return;
    const timer = setInterval(() => {
      const focused = document.activeElement === input.current;
      caret.current = focused ? (input.current?.selectionStart ?? null) : null;
      // In one step with the look at the caret: a key that came between would find its place taken back.
      flushSync(() => setGeneration((before) => before + 1));
    }, every);
    return () => clearInterval(timer);
  }, [every]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each new element
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(caret.current, caret.current);
  }, [generation]);
  return { input, generation };
}

export function DomainField() {
  const { texts, variant, id } = useConsole();
  const { input, generation } = useReplacedInput(variant.replaceInputEvery);
  return (
    <Field<string> name="domain" label={texts.domain} isRequired defaultValue="">
      {({ fieldProps, error }) => (
        <>
          <Textfield
            {...fieldProps}
            key={generation}
            ref={input}
            autoComplete="off"
            testId={id('mcp-server-add-domain-field')}
          />
          {error ? (
            <ErrorMessage>{error}</ErrorMessage>
          ) : (
            <HelperMessage>{fill(texts.example, { example: EXAMPLE })}</HelperMessage>
          )}
        </>
      )}
    </Field>
  );
}

/** A choice before the field: its combobox is the first input of the form, and not the one for the domain. */
export function KindChoice() {
  const { texts } = useConsole();
  const options = [
    { label: texts.kindDomain, value: 'domain' },
    { label: texts.kindPattern, value: 'pattern' },
  ];
  return (
    <>
      <Label htmlFor="domain-kind">{texts.kindQuestion}</Label>
      <Select inputId="domain-kind" options={options} defaultValue={options[1]} />
    </>
  );
}

export function Terms() {
  const { texts } = useConsole();
  const [open, setOpen] = useState(false);
  return (
    <div className={style('terms')}>
      <Button
        appearance="subtle"
        spacing="compact"
        aria-expanded={open}
        iconBefore={open ? ChevronDownIcon : ChevronRightIcon}
        onClick={() => setOpen(!open)}
      >
        {texts.terms}
      </Button>
      {open ? <p>{texts.termsText}</p> : null}
    </div>
  );
}
