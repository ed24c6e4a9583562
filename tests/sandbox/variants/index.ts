export { PRESET_NAMES, preset, resolveVariant, type VariantChoice } from './presets.ts';
export { DEFAULT_VARIANT, type Variant } from './variant.ts';
