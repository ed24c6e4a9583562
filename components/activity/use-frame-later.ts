import { useEffect, useState } from 'preact/hooks';

/**
 * A value as it was until the next frame: what is drawn of it comes after what is drawn of the value itself, so that
 * neither drawing alone holds the page up. Nothing at once where there is none any more.
 */
export function useFrameLater<T>(value: T | undefined): T | undefined {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value === shown) return undefined;
    const frame = requestAnimationFrame(() => setShown(value));
    return () => cancelAnimationFrame(frame);
  }, [value, shown]);
  return value && shown;
}
