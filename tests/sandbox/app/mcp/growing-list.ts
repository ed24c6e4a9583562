import { useEffect, useRef, useState } from 'react';
import type { DomainEntry } from '../../protocol.ts';
import { useConsole } from '../console-context.tsx';

/** How many rows there are for now, and what brings more: a button, or the end of the list coming into view. */
export function useGrowingList(entries: DomainEntry[]) {
  const { variant } = useConsole();
  const [count, setCount] = useState(variant.pageSize);
  const end = useRef<HTMLDivElement>(null);
  const grows = variant.paging === 'more' || variant.paging === 'scroll';
  const grow = () => setCount((before) => before + variant.pageSize);
  // biome-ignore lint/correctness/useExhaustiveDependencies: observed anew after each growth, so that a tall window fills
  useEffect(() => {
    if (variant.paging !== 'scroll' || !end.current) return;
    const observer = new IntersectionObserver((seen) => {
      if (seen.some((entry) => entry.isIntersecting)) setTimeout(grow, variant.latency[0]);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [variant, count, entries.length]);
  return {
    shown: grows ? entries.slice(0, count) : entries,
    more: grows && entries.length > count,
    grow,
    end,
  };
}
