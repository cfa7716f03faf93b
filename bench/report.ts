import { aligned } from './aligned.js';
import { median } from './median.js';
import type { PartCounts } from './messages.js';
import type { OpenCost } from './open-alone.js';
import type { ProfileSummary } from './profile.js';
import type { ProcessorMs, Run } from './rounds.js';
import { apolloName, limitName, type Variant } from './variants.js';

/** What one variant's rounds found. */
export interface Measured {
  readonly loaded: Run[];
  readonly alone: Run[];
  readonly page: Run[];
  readonly counts: PartCounts;
}

/** Medians of some runs. Milliseconds; processor time is a request's. */
export interface RunsReport {
  readonly perSecond: number;
  readonly rounds: readonly number[];
  readonly p50: number;
  readonly p90: number;
  readonly cpu: ProcessorMs & { readonly node: number; readonly total: number };
  readonly busy: number;
}

/** One variant's medians. */
export interface VariantReport {
  readonly name: string;
  readonly what: string;
  readonly loaded: RunsReport;
  /** One question at a time. */
  readonly alone: RunsReport;
  readonly perRequest: PartCounts;
  /** Requests a second against the limit's and @apollo/gateway's of the same round: the median of the rounds. */
  readonly toLimit: number;
  readonly toApollo: number;
}

/** Pages of children, one at a time, by the co-located hub; and what opening alone costs for such a page. */
export interface PagesReport {
  readonly runs: RunsReport;
  readonly perRequest: PartCounts;
  readonly open: Pick<OpenCost, 'postgres' | 'node' | 'took' | 'permitted'>;
}

/** Everything one run of the bench found out. */
export interface Report {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly scale: Readonly<Record<string, unknown>>;
  readonly variants: readonly VariantReport[];
  readonly pages: PagesReport;
  readonly profiles: Readonly<Record<string, ProfileSummary>>;
}

interface Findings {
  readonly machine: Report['machine'];
  readonly scale: Report['scale'];
  readonly variants: readonly Variant[];
  readonly measured: ReadonlyMap<Variant, Measured>;
  readonly pages: { readonly perRequest: PartCounts; readonly opens: readonly OpenCost[] };
  readonly profiles: ReadonlyMap<string, ProfileSummary>;
}

function runsReport(runs: readonly Run[]): RunsReport {
  const of = (read: (run: Run) => number): number => median(runs.map(read));
  return {
    perSecond: of(({ perSecond }) => perSecond),
    rounds: runs.map(({ perSecond }) => Math.round(perSecond)),
    p50: of(({ p50 }) => p50),
    p90: of(({ p90 }) => p90),
    cpu: {
      front: of(({ cpu }) => cpu.front),
      behind: of(({ cpu }) => cpu.behind),
      node: of(({ cpu }) => cpu.front + cpu.behind),
      postgres: of(({ cpu }) => cpu.postgres),
      load: of(({ cpu }) => cpu.load),
      total: of(({ cpu }) => cpu.front + cpu.behind + cpu.postgres),
    },
    busy: of(({ busy }) => busy),
  };
}

function pagesReport(runs: readonly Run[], { perRequest, opens }: Findings['pages']): PagesReport {
  const of = (read: (cost: OpenCost) => number): number => median(opens.map(read));
  return {
    runs: runsReport(runs),
    perRequest,
    open: {
      postgres: of(({ postgres }) => postgres),
      node: of(({ node }) => node),
      took: of(({ took }) => took),
      permitted: opens[0]?.permitted ?? [],
    },
  };
}

export function reportOf({ machine, scale, variants, measured, pages, profiles }: Findings): Report {
  const of = (variant: Variant): Measured => {
    const nothing = { transactions: 0, statements: 0, subgraphCalls: 0 };
    return measured.get(variant) ?? { loaded: [], alone: [], page: [], counts: nothing };
  };
  const against = (variant: Variant, other: string): number => {
    const base = variants.filter(({ name }) => name === other).flatMap((one) => of(one).loaded);
    return median(of(variant).loaded.map(({ perSecond }, at) => perSecond / (base[at]?.perSecond ?? Infinity)));
  };
  return {
    machine,
    scale,
    variants: variants.map((variant) => ({
      name: variant.name,
      what: variant.what,
      loaded: runsReport(of(variant).loaded),
      alone: runsReport(of(variant).alone),
      perRequest: of(variant).counts,
      toLimit: against(variant, limitName),
      toApollo: against(variant, apolloName),
    })),
    pages: pagesReport(
      variants.flatMap((variant) => of(variant).page),
      pages,
    ),
    profiles: Object.fromEntries(profiles),
  };
}

type Column = readonly [string, (variant: VariantReport) => string];

const columns: readonly Column[] = [
  ['variant', ({ name }) => name],
  ['req/s', ({ loaded }) => loaded.perSecond.toFixed(0)],
  ['of limit', ({ toLimit }) => toLimit.toFixed(2)],
  ['of apollo', ({ toApollo }) => toApollo.toFixed(2)],
  ['p50 ms', ({ loaded }) => loaded.p50.toFixed(1)],
  ['p90 ms', ({ loaded }) => loaded.p90.toFixed(1)],
  ['front', ({ loaded }) => loaded.cpu.front.toFixed(2)],
  ['subgraphs', ({ loaded }) => (loaded.cpu.behind > 0 ? loaded.cpu.behind.toFixed(2) : '–')],
  ['PostgreSQL', ({ loaded }) => loaded.cpu.postgres.toFixed(2)],
  ['(load)', ({ loaded }) => loaded.cpu.load.toFixed(2)],
  ['busy', ({ loaded }) => loaded.busy.toFixed(1)],
  ['alone: p50', ({ alone }) => alone.p50.toFixed(1)],
  ['Node', ({ alone }) => alone.cpu.node.toFixed(2)],
  ['PostgreSQL', ({ alone }) => alone.cpu.postgres.toFixed(2)],
  ['calls', ({ perRequest }) => perRequest.subgraphCalls.toFixed(1)],
  ['transactions', ({ perRequest }) => perRequest.transactions.toFixed(1)],
  ['statements', ({ perRequest }) => perRequest.statements.toFixed(1)],
];

const notes = `Front (the gateway, hub or handler), subgraphs, PostgreSQL (with all it started) and Node are milliseconds of processor
time a question, first under load, then "alone": one question at a time. Transactions are round trips to PostgreSQL too, since
each is written at once. Every request has a caller and a child of its own, and a token never seen before, which every
variant checks, the handlers by hand among them. The limit vouches for the caller to the database and pays for the same
opening, and signs no envelope; what facts mean (waits, attendance) is worked out by the domains' own functions there
too. The floor reads the same rows as the superuser, with nothing verified, decided or written by the database; the
other writes one plain row, and waits until it is on disk. Ratios are of the same round, medians.`;

/** The report as lines to read. */
export function table(report: Report): string {
  const rows = [
    columns.map(([head]) => head),
    ...report.variants.map((variant) => columns.map(([, cell]) => cell(variant))),
  ];
  const { runs, perRequest, open } = report.pages;
  const size = String(report.scale['pageChildren']);
  const pages = [
    `A page of ${size} children, one at a time, by the hub, co-located: p50 ${runs.p50.toFixed(1)} ms, PostgreSQL ${runs.cpu.postgres.toFixed(2)} ms, Node ${runs.cpu.node.toFixed(2)} ms; ${perRequest.transactions.toFixed(1)} transactions, ${perRequest.statements.toFixed(1)} statements.`,
    `Opening alone, ${size} children × ${String(open.permitted.length)} requests (permitted ${open.permitted.join(', ')}): p50 ${open.took.toFixed(1)} ms, PostgreSQL ${open.postgres.toFixed(2)} ms, Node ${open.node.toFixed(2)} ms.`,
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
  return `${[facts.join(', '), '', ...aligned(rows), '', ...pages, '', notes, '', ...profiles].join('\n')}\n`;
}
