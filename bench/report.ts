import type { ProfileSummary } from './profile.js';
import type { PerRequest } from './question.js';
import type { Run } from './rounds.js';
import { apolloName, limitName, type Variant } from './variants.js';

/** One variant's medians. Milliseconds; processor time is a request's. */
export interface VariantReport {
  readonly name: string;
  readonly what: string;
  readonly perSecond: number;
  readonly rounds: readonly number[];
  readonly p50: number;
  readonly p90: number;
  readonly cpu: Run['cpu'] & { readonly total: number };
  readonly busy: number;
  readonly perRequest: PerRequest;
  /** Requests a second against the limit's and @apollo/gateway's of the same round: the median of the rounds. */
  readonly toLimit: number;
  readonly toApollo: number;
  /** Processor time of all processes but the load's, the limit's against this one's. */
  readonly cpuToLimit: number;
}

/** Everything one run of the bench found out. */
export interface Report {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly scale: Readonly<Record<string, unknown>>;
  readonly variants: readonly VariantReport[];
  readonly profiles: Readonly<Record<string, ProfileSummary>>;
}

interface Findings {
  readonly machine: Report['machine'];
  readonly scale: Report['scale'];
  readonly variants: readonly Variant[];
  readonly runs: ReadonlyMap<string, readonly Run[]>;
  readonly counts: ReadonlyMap<string, PerRequest>;
  readonly profiles: ReadonlyMap<string, ProfileSummary>;
}

const nothing: PerRequest = { transactions: 0, statements: 0, subgraphCalls: 0, aloneMs: 0 };

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

export function reportOf({ machine, scale, variants, runs, counts, profiles }: Findings): Report {
  const against = (name: string, other: string): number => {
    const base = runs.get(other) ?? [];
    return median((runs.get(name) ?? []).map(({ perSecond }, at) => perSecond / (base[at]?.perSecond ?? Infinity)));
  };
  const totalOf = (name: string): number =>
    median((runs.get(name) ?? []).map(({ cpu }) => cpu.front + cpu.behind + cpu.postgres));
  const reports = variants.map(({ name, what }): VariantReport => {
    const own = runs.get(name) ?? [];
    const of = (read: (run: Run) => number): number => median(own.map(read));
    return {
      name,
      what,
      perSecond: of(({ perSecond }) => perSecond),
      rounds: own.map(({ perSecond }) => Math.round(perSecond)),
      p50: of(({ p50 }) => p50),
      p90: of(({ p90 }) => p90),
      cpu: {
        front: of(({ cpu }) => cpu.front),
        behind: of(({ cpu }) => cpu.behind),
        postgres: of(({ cpu }) => cpu.postgres),
        load: of(({ cpu }) => cpu.load),
        total: totalOf(name),
      },
      busy: of(({ busy }) => busy),
      perRequest: counts.get(name) ?? nothing,
      toLimit: against(name, limitName),
      toApollo: against(name, apolloName),
      cpuToLimit: totalOf(limitName) / totalOf(name),
    };
  });
  return { machine, scale, variants: reports, profiles: Object.fromEntries(profiles) };
}

type Column = readonly [string, (variant: VariantReport) => string];

const columns: readonly Column[] = [
  ['variant', ({ name }) => name],
  ['req/s', ({ perSecond }) => perSecond.toFixed(0)],
  ['of limit', ({ toLimit }) => toLimit.toFixed(2)],
  ['of apollo', ({ toApollo }) => toApollo.toFixed(2)],
  ['p50 ms', ({ p50 }) => p50.toFixed(1)],
  ['p90 ms', ({ p90 }) => p90.toFixed(1)],
  ['alone ms', ({ perRequest }) => perRequest.aloneMs.toFixed(1)],
  ['CPU front', ({ cpu }) => cpu.front.toFixed(2)],
  ['subgraphs', ({ cpu }) => (cpu.behind > 0 ? cpu.behind.toFixed(2) : '–')],
  ['postgres', ({ cpu }) => cpu.postgres.toFixed(2)],
  ['total', ({ cpu }) => cpu.total.toFixed(2)],
  ['(load)', ({ cpu }) => cpu.load.toFixed(2)],
  ['busy', ({ busy }) => busy.toFixed(1)],
  ['calls', ({ perRequest }) => perRequest.subgraphCalls.toFixed(1)],
  ['transactions', ({ perRequest }) => perRequest.transactions.toFixed(1)],
  ['statements', ({ perRequest }) => perRequest.statements.toFixed(1)],
];

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
}

const notes = `CPU is milliseconds a request: of the gateway (or hub, or limit), of the subgraphs' process, of PostgreSQL with all it
started. "alone" is the median of requests asked one at a time. Transactions are round trips to PostgreSQL too, since
each is written at once. Every request has a caller and a child of its own, and a token never seen before, which every
variant checks, the limit among them. The limit vouches for the caller to the database and signs no envelope; what facts
mean (waits, attendance) is worked out by the domains' own functions there too. Ratios are of the same round, medians.`;

/** The report as lines to read. */
export function table(report: Report): string {
  const rows = [
    columns.map(([head]) => head),
    ...report.variants.map((variant) => columns.map(([, cell]) => cell(variant))),
  ];
  const facts = Object.entries({ ...report.machine, ...report.scale })
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name} ${String(value)}`);
  const profiles = Object.entries(report.profiles).map(([name, { byRoom }]) => {
    const lines = byRoom
      .slice(0, 18)
      .map(({ where, share }) => `  ${(share * 100).toFixed(1).padStart(5)} %  ${where}`);
    return [`Where the main thread's time goes: ${name} (its own time, idle left out)`, ...lines].join('\n');
  });
  return `${[facts.join(', '), '', ...aligned(rows), '', notes, '', ...profiles].join('\n')}\n`;
}
