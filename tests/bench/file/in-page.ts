/** What runs in the page itself; each function stands alone, since only its text gets there. */

export interface DropTimes {
  /** Milliseconds from the file's arrival at the input until the review was painted. */
  total: number;
  /** The longest task of the page meanwhile; 0 when none took the 50 ms from which a browser tells of them. */
  longest: number;
  /** When the panel said what it was doing, in milliseconds since the file's arrival. */
  steps: Record<string, number>;
  rowsInPage: number;
}

/**
 * What any tool would need at least: cut the text into lines and try one regular expression on each, in milliseconds.
 * `first` is the first time, as it is for whoever reads one file; `warm` the median of the next five.
 */
export function bareSplit(text: string): { first: number; warm: number } {
  const entry = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/i;
  const times = Array.from({ length: 6 }, () => {
    const start = performance.now();
    let matching = 0;
    for (const line of text.split('\n')) if (entry.test(line)) matching += 1;
    const time = performance.now() - start;
    if (matching < 1000) throw new Error(`Only ${matching} lines matched.`);
    return time;
  });
  const [first = 0, ...more] = times;
  return { first, warm: more.sort((a, b) => a - b)[2] ?? 0 };
}

/** Resolves when a file was chosen in the panel and its review was painted. */
export function watchDrop(): Promise<DropTimes> {
  const inRoots = (selector: string) => {
    for (const host of document.querySelectorAll('[data-gatehouse]')) {
      const found = host.shadowRoot?.querySelector(selector);
      if (found) return found;
    }
    throw new Error(`${selector} is not there.`);
  };
  const panel = inRoots('[data-testid="gate-import-panel"]');
  const input = inRoots('[data-testid="gate-import-file"]');
  return new Promise((resolve) => {
    let start = 0;
    let longest = 0;
    const steps: Record<string, number> = {};
    const tasks = new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries())
        if (startTime + duration > start) longest = Math.max(longest, duration);
    });
    input.addEventListener(
      'change',
      () => {
        start = performance.now();
        tasks.observe({ type: 'longtask' });
      },
      { capture: true },
    );
    const changes = new MutationObserver(() => {
      const busy = panel.querySelector('[role="status"]')?.textContent?.replace(/[:…].*/, '');
      if (busy && steps[busy] === undefined) steps[busy] = performance.now() - start;
      if (panel.getAttribute('data-phase') !== 'review') return;
      changes.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          const total = performance.now() - start;
          const rowsInPage = panel.querySelectorAll('[data-testid="gate-import-row"]').length;
          // The browser tells of long tasks a little later.
          setTimeout(() => {
            tasks.disconnect();
            resolve({ total, longest, steps, rowsInPage });
          }, 500);
        }),
      );
    });
    changes.observe(panel, { attributes: true, subtree: true, childList: true, characterData: true });
  });
}
