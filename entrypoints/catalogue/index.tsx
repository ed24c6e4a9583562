import { useEffect, useState } from 'preact/hooks';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Catalogue } from '../../components/catalogue/catalogue.tsx';
import type { CatalogueMemory, CatalogueProps, CatalogueTool } from '../../components/catalogue/model.ts';
import css from '../../components/catalogue.css?inline';
import { fillTemplate, partsOf } from '../../lib/catalogue/template.ts';
import { VENDOR_ROWS } from '../../lib/catalogue/vendors.ts';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { send } from '../../lib/messages/send.ts';
import './offer.ts';

const TOOLS: readonly CatalogueTool[] = VENDOR_ROWS.map(([vendor, pattern, evidence, date, listed]) => ({
  ...{ vendor, pattern, evidence, date, listed },
  parts: partsOf(pattern),
}));

/** The organization's own tools, from its policy; without an answer those that we know have to do. */
async function ownTools(): Promise<CatalogueTool[]> {
  const reply = await send('catalogue/additions', {});
  const date = new Date().toISOString().slice(0, 10);
  const additions = reply.ok ? reply.value : [];
  return additions.flatMap(({ name, patterns }) =>
    patterns.map((pattern) => ({
      ...{ vendor: name, pattern, parts: partsOf(pattern), evidence: 'policy', date, listed: false },
    })),
  );
}

/** Wiring only: the catalogue of AI tools as the panel shows it, loaded when the admin wants to choose from it. */
export default defineUnlistedScript(() => {
  // Going back by mistake must not lose what was chosen.
  const memory: CatalogueMemory = {};
  const asked = ownTools();
  scriptBridge().catalogue ??= (props: CatalogueProps) => {
    const [own, setOwn] = useState<readonly CatalogueTool[]>([]);
    useEffect(() => void asked.then(setOwn), []);
    return (
      <>
        <style>{css}</style>
        <Catalogue tools={[...own, ...TOOLS]} fill={fillTemplate} memory={memory} {...props} />
      </>
    );
  };
});
