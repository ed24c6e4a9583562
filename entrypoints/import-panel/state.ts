import type { FindingsLookup, ImportPanelModel, ResultLookup } from '../../components/import/model.ts';
import { type Signal, signal } from '../../components/import/signal.ts';

type Writable = {
  -readonly [Name in keyof Omit<ImportPanelModel, 'actions'>]: Signal<ImportPanelModel[Name]['value']>;
};

const NO_FINDINGS: FindingsLookup = { of: ({ findings = [] }) => findings };
export const NO_RESULTS: ResultLookup = { get: () => undefined };

/** The panel's signals, as they are before a file was chosen. */
export function createPanelState(): Writable {
  return {
    phase: signal<ImportPanelModel['phase']['value']>('choose'),
    busy: signal<ImportPanelModel['busy']['value']>(undefined),
    messages: signal<ImportPanelModel['messages']['value']>([]),
    file: signal<ImportPanelModel['file']['value']>(undefined),
    plan: signal<ImportPanelModel['plan']['value']>(undefined),
    register: signal<ImportPanelModel['register']['value']>(new Map()),
    byHand: signal<ImportPanelModel['byHand']['value']>(undefined),
    catalogue: signal<ImportPanelModel['catalogue']['value']>(undefined),
    selection: signal<ImportPanelModel['selection']['value']>({
      includeWarnings: true,
      ticked: new Set(),
      count: 0,
    }),
    progress: signal<ImportPanelModel['progress']['value']>({ done: 0, total: 0, inBackground: false }),
    pauseReason: signal<ImportPanelModel['pauseReason']['value']>(undefined),
    results: signal<ResultLookup>(NO_RESULTS),
    findings: signal<FindingsLookup>(NO_FINDINGS),
    summary: signal<ImportPanelModel['summary']['value']>(undefined),
    undo: signal<ImportPanelModel['undo']['value']>({ kind: 'none' }),
  };
}

export type PanelState = Writable;
