import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Texts, textsOf } from '../texts/index.ts';
import type { Variant } from '../variants/variant.ts';
import { currentOrg } from './router.ts';

interface ConsoleContext {
  variant: Variant;
  texts: Texts;
  organization: string;
  org: string;
  /** A test id, or nothing in variants without them. */
  id(name: string): string | undefined;
}

/** What a redesign might call it, in no language's table. */
const UNFAMILIAR: Partial<Texts> = {
  addDomain: 'New origin',
  yourDomains: 'Trusted origins',
  domains: 'Origins',
  domain: 'Origin',
  searchByDomain: 'Filter origins',
  noDomain: 'Nothing here yet',
  noDomainHelp: 'Origins that you trust will appear here.',
  example: 'For example {example}',
  terms: 'Terms',
};

const Context = createContext<ConsoleContext | undefined>(undefined);

export function ConsoleProvider(props: { variant: Variant; organization: string; children: ReactNode }) {
  const { variant, organization, children } = props;
  const value = useMemo<ConsoleContext>(
    () => ({
      variant,
      organization,
      texts: variant.unfamiliar ? { ...textsOf(variant.language), ...UNFAMILIAR } : textsOf(variant.language),
      org: currentOrg(),
      id: (name) => (variant.testIds ? name : undefined),
    }),
    [variant, organization],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useConsole(): ConsoleContext {
  const context = useContext(Context);
  if (!context) throw new Error('useConsole outside of a ConsoleProvider');
  return context;
}
