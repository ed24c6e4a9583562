import type { JudgedRow, PatternRow, PlannedRow } from '../import/types.ts';
import type { Finding } from '../patterns/types.ts';

/** Rows on the plan port: of most there is nothing to say, and of the others not everything. */

/** What a row is beyond "to be added, as it stands, without a finding". `at` counts from the chunk's first row. */
export interface PackedRow {
  at: number;
  plan?: JudgedRow['plan'];
  level?: JudgedRow['level'];
  needsTick?: true;
  pattern?: string;
  by?: string;
  byRows?: number[];
  findings?: PackedFinding[];
}

type FindingKind = Pick<Finding, 'rule' | 'level' | 'severity'>;
/** The kind by its number, and what differs from finding to finding. Its parameters stay behind: the sentence holds them. */
type PackedFinding = [kind: number, start: number, end: number, message: string, fix?: string];

export interface PackedRows {
  rows: PackedRow[];
  /** Kinds of findings that come up for the first time; they go on being numbered through all chunks. */
  kinds: FindingKind[];
}

/** Packs the chunks of one plan. */
export class RowPacker {
  readonly #numbers = new Map<string, number>();

  /** @param texts the rows as they came; @param judged what they are */
  pack(texts: readonly string[], judged: readonly JudgedRow[]): PackedRows {
    const packed: PackedRows = { rows: [], kinds: [] };
    for (const [at, row] of judged.entries()) {
      const { plan, level, pattern, needsTick, findings, by, byRows } = row;
      const asItStands = pattern === texts[at];
      const plain = plan === 'add' && level === 'ok' && findings.length === 0 && by === undefined;
      if (plain && asItStands && !needsTick && !byRows) continue;
      packed.rows.push({
        at,
        ...(plan !== 'add' && { plan }),
        ...(level !== 'ok' && { level }),
        ...(needsTick && { needsTick }),
        ...(!asItStands && { pattern }),
        ...(by !== undefined && { by }),
        ...(byRows && { byRows }),
        ...(findings.length > 0 && { findings: findings.map((one) => this.#finding(one, packed.kinds)) }),
      });
    }
    return packed;
  }

  #finding(
    { rule, level, severity, start, end, message, fix }: Finding,
    fresh: FindingKind[],
  ): PackedFinding {
    const name = `${rule} ${level} ${severity}`;
    let kind = this.#numbers.get(name);
    if (kind === undefined) {
      kind = this.#numbers.size;
      this.#numbers.set(name, kind);
      fresh.push({ rule, level, severity });
    }
    return fix === undefined ? [kind, start, end, message] : [kind, start, end, message, fix];
  }
}

const NO_FINDINGS: Finding[] = [];

/** Makes whole rows of the chunks of one plan, in their order. */
export class RowUnpacker {
  readonly #kinds: FindingKind[] = [];

  /** @param rows the rows of the chunk as the file has them */
  unpack(rows: readonly PatternRow[], packed: PackedRows): PlannedRow[] {
    this.#kinds.push(...packed.kinds);
    const planned = rows.map(
      ({ line, text, extra }): PlannedRow => ({
        line,
        text,
        extra,
        plan: 'add',
        pattern: text,
        level: 'ok',
        needsTick: false,
        findings: NO_FINDINGS,
      }),
    );
    for (const { at, findings, ...rest } of packed.rows) {
      const row = planned[at];
      if (!row) continue;
      Object.assign(row, rest);
      if (findings) row.findings = findings.map((one) => this.#finding(one));
    }
    return planned;
  }

  #finding([kind, start, end, message, fix]: PackedFinding): Finding {
    const finding: Finding = { ...(this.#kinds[kind] as FindingKind), message, start, end };
    if (fix !== undefined) finding.fix = fix;
    return finding;
  }
}
