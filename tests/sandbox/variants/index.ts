export { PRESET_NAMES, preset, resolveVariant, type VariantChoice } from './presets.ts';
export type { Variant } from './variant.ts';
