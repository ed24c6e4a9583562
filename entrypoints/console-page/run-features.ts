import { isDriven } from '../../lib/console/driven.ts';
import type { Recognition } from '../../lib/console/recognise.ts';
import type { Feature, FeatureContext } from './feature.ts';

/**
 * Starts and stops features as the page changes. One that fails is stopped and named in the console once; the
 * others go on. A change of organization restarts all of them. `off`: by name, what is not to run.
 */
export function runFeatures(
  features: readonly Feature[],
  context: () => Omit<FeatureContext, 'signal'> & { off: readonly string[] },
): (recognition: Recognition) => void {
  const running = new Map<
    Feature,
    { update(): void; controller: AbortController; org: string | undefined }
  >();
  const failed = new Set<Feature>();

  const stop = (feature: Feature) => {
    running.get(feature)?.controller.abort();
    running.delete(feature);
  };
  const guard = (feature: Feature, work: () => void) => {
    try {
      work();
    } catch (error) {
      failed.add(feature);
      stop(feature);
      console.warn(`Gatehouse: "${feature.name}" was switched off on this page.`, error);
    }
  };

  return (recognition) => {
    const now = context();
    for (const feature of features) {
      const wanted =
        feature.appliesTo(recognition) && !failed.has(feature) && !now.off.includes(feature.name);
      if (!wanted || running.get(feature)?.org !== now.org) stop(feature);
      if (!wanted || (feature.rests && isDriven())) continue;
      guard(feature, () => {
        if (!running.has(feature)) {
          const controller = new AbortController();
          const update = feature.start({ ...now, signal: controller.signal });
          running.set(feature, { update, controller, org: now.org });
        }
        running.get(feature)?.update();
      });
    }
  };
}
