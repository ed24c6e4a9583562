import { useEffect, useRef, useState } from 'react';
import type { ChangeReply, DomainEntry } from '../../protocol.ts';
import { addDomain, deleteDomain, loadDomains } from '../client.ts';
import { useConsole } from '../console-context.tsx';
import { useNotices } from './use-notices.tsx';

/** What became of an add, for the form: a message for the field, or whether it should close. */
export interface AddResult {
  close: boolean;
  fieldError?: string;
}

/** The list of domains with its changes, as a page built on a query cache would have it. */
export function useDomains() {
  const { texts, org, variant } = useConsole();
  const notices = useNotices();
  const [entries, setEntries] = useState<DomainEntry[]>();
  const newest = useRef(0);
  const adding = useRef(new AbortController());

  const reload = async () => {
    newest.current += 1;
    const asked = newest.current;
    try {
      const loaded = await loadDomains(org);
      // A slow answer must not replace a newer one.
      if (asked === newest.current) setEntries(loaded);
    } catch {
      notices.failed();
      setEntries((before) => before ?? []);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once a mount
  useEffect(() => {
    void reload();
    return () => adding.current.abort();
  }, []);

  const failed = () => {
    notices.failed();
    if (!variant.staleList) void reload();
  };

  /** Shows what a refusal asks for; the result says what the form must do. */
  const showRefusal = (reply: ChangeReply & { ok: false }): AddResult => {
    const words = texts[reply.reason];
    if (reply.way === 'field') return { close: false, fieldError: words };
    if (reply.way === 'flag') notices.refused(words);
    return { close: reply.way === 'silent' };
  };

  const add = async (text: string): Promise<AddResult> => {
    const { signal } = adding.current;
    try {
      const reply = await addDomain(org, text, signal);
      if (!reply.ok) return showRefusal(reply);
      notices.success(texts.added);
      void reload();
      return { close: true };
    } catch {
      if (!signal.aborted) failed();
      return { close: false };
    }
  };

  const remove = async (entry: DomainEntry): Promise<void> => {
    try {
      const reply = await deleteDomain(org, entry.id);
      if (!reply.ok) {
        // There is no field to put a message beside.
        showRefusal({ ...reply, way: reply.way === 'field' ? 'flag' : reply.way });
        return;
      }
      notices.success(texts.deleted);
      await reload();
    } catch {
      failed();
    }
  };

  /** After a form was closed while its request was still under way. */
  const abandoned = () => {
    adding.current.abort();
    adding.current = new AbortController();
    if (!variant.staleList) void reload();
  };

  return { entries, add, remove, abandoned };
}
