import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useConsole } from '../console-context.tsx';
import { style } from '../styles.ts';

function useTick(every: number): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (every <= 0) return;
    const timer = setInterval(() => setTick((before) => before + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  return tick;
}

/** A part of the page outside of React's hands: at each tick a finished new element takes the old one's place. */
function ReplacedButton({ label, testId, every, onClick }: ButtonProps & { every: number }) {
  const holder = useRef<HTMLDivElement>(null);
  const click = useRef(onClick);
  click.current = onClick;
  useEffect(() => {
    let root: Root | undefined;
    const replace = () => {
      const next = document.createElement('div');
      next.className = style('buttons');
      const nextRoot = createRoot(next);
      nextRoot.render(<PlainButton label={label} testId={testId} onClick={() => click.current()} />);
      // React renders a new root in a task of its own; the exchange is one step once the button is in it.
      setTimeout(() => {
        const old = holder.current?.firstElementChild;
        if (old) old.replaceWith(next);
        else holder.current?.append(next);
        root?.unmount();
        root = nextRoot;
      }, 20);
    };
    replace();
    const timer = setInterval(replace, every);
    return () => {
      clearInterval(timer);
      const last = root;
      setTimeout(() => last?.unmount());
    };
  }, [every, label, testId]);
  return <div ref={holder} />;
}

interface ButtonProps {
  label: string;
  testId: string | undefined;
  onClick(): void;
}

function PlainButton({ label, testId, onClick }: ButtonProps) {
  return (
    <Button onClick={onClick} testId={testId}>
      {label}
    </Button>
  );
}

/** "Add domain", replaced as the variant says. */
export function AddButton({ onClick }: { onClick(): void }) {
  const { texts, variant, id } = useConsole();
  const keyed = variant.replaceButton === 'keyed';
  const tick = useTick(keyed ? variant.replaceButtonEvery : 0);
  const props = { label: texts.addDomain, testId: id('mcp-server-add-domain-button'), onClick };
  if (variant.replaceButton === 'replace-with') {
    return <ReplacedButton {...props} every={variant.replaceButtonEvery} />;
  }
  return (
    <div className={style('buttons')} key={tick}>
      <PlainButton {...props} />
    </div>
  );
}
