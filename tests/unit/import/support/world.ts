import {
  createImportRun,
  createReaddRun,
  createUndoRun,
  type Run,
  type RunOptions,
  type RunPorts,
} from '../../../../lib/import/run/index.ts';
import { Random } from './random.ts';
import { type ConsoleTraits, type Fault, SimulatedConsole } from './simulated-console.ts';
import { SimulatedDatabase } from './simulated-journal.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A console that does what it is told, with the faults of a script. */
export class World {
  readonly clock = new VirtualClock();
  readonly database = new SimulatedDatabase(this.clock);
  readonly console: SimulatedConsole;
  /** What the next acts come to; `none` when it is used up. */
  readonly script: Fault[] = [];

  constructor(before: readonly string[] = [], traits: Partial<ConsoleTraits> = {}) {
    this.console = new SimulatedConsole(this.clock, new Random(1), {
      refusesDuplicates: true,
      normalise: (text) => text,
      badReadings: 0,
      fault: () => this.script.shift() ?? 'none',
      glances: false,
      ...traits,
    });
    for (const text of before) this.console.store.push({ text, by: 'before' });
  }

  ports(owner = 'tab', extra: Partial<RunPorts> = {}): RunPorts {
    return {
      driver: this.console.driver(),
      journal: this.database.journal(owner),
      lease: this.database.leaseOf(owner),
      clock: this.clock,
      ...extra,
    };
  }

  import(patterns: readonly string[], options?: RunOptions, ports = this.ports()): Run {
    return createImportRun(
      ports,
      patterns.map((pattern, index) => ({ index, pattern })),
      options,
    );
  }

  undo(run: Run, ports = this.ports()): Run {
    return createUndoRun(ports, run.rows);
  }

  readd(entry: string, options?: RunOptions, ports = this.ports()): Run {
    const rows = [0, 1].map((index) => ({ ...this.database.steps.get(index) }));
    return createReaddRun(ports, entry, rows, options);
  }
}
