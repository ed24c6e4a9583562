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

const Context = createContext<ConsoleContext | undefined>(undefined);

export function ConsoleProvider(props: { variant: Variant; organization: string; children: ReactNode }) {
  const { variant, organization, children } = props;
  const value = useMemo<ConsoleContext>(
    () => ({
      variant,
      organization,
      texts: textsOf(variant.language),
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
