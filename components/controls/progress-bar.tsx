import type { DataAttributes } from './attributes.ts';

export interface ProgressBarProps {
  label: string;
  /** How much is done, and of how much; both absent while the end is not known. */
  value?: number | undefined;
  max?: number | undefined;
  data?: DataAttributes;
}

/** A bar that fills, or moves to and fro while the end is not known. */
export function ProgressBar({ label, value, max, data }: ProgressBarProps) {
  const known = value !== undefined && max !== undefined;
  const part = known && max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div
      class={`progress${known ? '' : ' is-endless'}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuenow={known ? value : undefined}
      aria-valuemax={known ? max : undefined}
      {...data}
    >
      <div class="progress-fill" style={known ? { transform: `scaleX(${part})` } : {}} />
    </div>
  );
}
