import { build, type InlineConfig } from 'vite';

/**
 * A module and all it imports as one script for a page, whose exports the page finds as `name`.
 * @param entry path of the module.
 */
export async function scriptForPage(
  entry: string,
  name: string,
  config: Pick<InlineConfig, 'root' | 'oxc' | 'resolve'> = {},
): Promise<string> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error(`${entry} was not bundled.`);
  return first.output[0].code;
}
