import { type IngestFigures, measureAll } from './measure.ts';

/**
 * In the page: starts the measurement in a worker, as the product's ingest runs in one, and watches whether the page
 * is held up meanwhile. In the worker: measures.
 */

interface PageFigures extends IngestFigures {
  /** The longest that the page was held up, in milliseconds; 0 when never for more than 50. */
  longestTask: number;
}

async function measureBeside(script: string, count: number): Promise<PageFigures> {
  let longestTask = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  watch.observe({ type: 'longtask' });
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  try {
    const figures = await new Promise<IngestFigures>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<IngestFigures>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(count);
    });
    return { ...figures, longestTask };
  } finally {
    watch.disconnect();
    worker.terminate();
    URL.revokeObjectURL(address);
  }
}

if ('document' in globalThis) Object.assign(globalThis, { measureBeside });
else {
  addEventListener('message', ({ data }: MessageEvent<number>) => {
    void measureAll(data).then(
      (figures) => postMessage(figures),
      // Thrown where the page hears it.
      (error: unknown) =>
        setTimeout(() => {
          throw error;
        }),
    );
  });
}

export type { PageFigures };
