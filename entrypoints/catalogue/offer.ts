import type { FunctionComponent } from 'preact';
import type { CatalogueProps } from '../../components/catalogue/model.ts';

declare module '../../lib/console/script-bridge.ts' {
  interface ScriptBridge {
    /** Set by the catalogue's script: the view that the panel shows in place of its own. */
    catalogue?: FunctionComponent<CatalogueProps>;
  }
}
