import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Catalogue } from '../../components/catalogue/catalogue.tsx';
import type { CatalogueMemory, CatalogueProps, CatalogueTool } from '../../components/catalogue/model.ts';
import css from '../../components/catalogue.css?inline';
import { fillTemplate, partsOf } from '../../lib/catalogue/template.ts';
import { VENDOR_ROWS } from '../../lib/catalogue/vendors.ts';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import './script.ts';

const TOOLS: readonly CatalogueTool[] = VENDOR_ROWS.map(([vendor, pattern, evidence, date, listed]) => ({
  ...{ vendor, pattern, evidence, date, listed },
  parts: partsOf(pattern),
}));

/** Wiring only: the catalogue of AI tools as the panel shows it, loaded when the admin wants to choose from it. */
export default defineUnlistedScript(() => {
  // Going back by mistake must not lose what was chosen.
  const memory: CatalogueMemory = {};
  scriptBridge().catalogue ??= (props: CatalogueProps) => (
    <>
      <style>{css}</style>
      <Catalogue tools={TOOLS} fill={fillTemplate} memory={memory} {...props} />
    </>
  );
});
