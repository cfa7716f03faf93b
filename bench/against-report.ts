import { aligned } from './aligned.js';
import { median } from './median.js';
import type { PartCounts } from './messages.js';
import type { OpenCost } from './open-alone.js';
import type { Run } from './rounds.js';

/** What one round found out about one commit. */
export interface SideFigures {
  readonly loaded: Run;
  readonly alone: Run;
  readonly page: Run;
  readonly open: OpenCost;
}

export interface SideReport {
  readonly name: string;
  readonly figures: readonly SideFigures[];
  /** What a question about a child, and a page, cost in transactions and statements. */
  readonly child: PartCounts;
  readonly page: PartCounts;
}

/** One figure of both commits: medians, and the second against the first of the same round. */
export interface Row {
  readonly what: string;
  readonly before: number;
  readonly now: number;
  readonly ratio: number;
  /** The ratio of each round. */
  readonly ratios: readonly number[];
}

export interface AgainstReport {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly scale: Readonly<Record<string, unknown>>;
  readonly before: string;
  readonly now: string;
  readonly rows: readonly Row[];
}

type Figure = readonly [what: string, read: (figures: SideFigures) => number];

const node = ({ cpu }: Run): number => cpu.front + cpu.behind;

const figures = (pageChildren: unknown): readonly Figure[] => {
  const page = `page of ${String(pageChildren)} children`;
  return [
    ['holistic, under load: questions a second', ({ loaded }) => loaded.perSecond],
    ['holistic, under load: p50 ms', ({ loaded }) => loaded.p50],
    ['holistic, under load: PostgreSQL ms', ({ loaded }) => loaded.cpu.postgres],
    ['holistic, under load: Node ms', ({ loaded }) => node(loaded)],
    ['holistic, one at a time: p50 ms', ({ alone }) => alone.p50],
    ['holistic, one at a time: PostgreSQL ms', ({ alone }) => alone.cpu.postgres],
    ['holistic, one at a time: Node ms', ({ alone }) => node(alone)],
    [`${page}: p50 ms`, ({ page: run }) => run.p50],
    [`${page}: PostgreSQL ms`, ({ page: run }) => run.cpu.postgres],
    [`${page}: Node ms`, ({ page: run }) => node(run)],
    [`open, ${String(pageChildren)} children × 4 requests: PostgreSQL ms`, ({ open }) => open.postgres],
    [`open, ${String(pageChildren)} children × 4 requests: p50 ms`, ({ open }) => open.took],
  ];
};

const counted: readonly (readonly [what: string, read: (side: SideReport) => number])[] = [
  ['holistic: transactions', ({ child }) => child.transactions],
  ['holistic: statements', ({ child }) => child.statements],
  ['page: transactions', ({ page }) => page.transactions],
  ['page: statements', ({ page }) => page.statements],
];

/** Both commits side by side. Of what is measured each round, the ratio is the median of the rounds' own. */
export function sheetOf({
  machine,
  scale,
  before,
  now,
}: Pick<AgainstReport, 'machine' | 'scale'> & {
  readonly before: SideReport;
  readonly now: SideReport;
}): AgainstReport {
  const measured = figures(scale['pageChildren']).map(([what, read]): Row => {
    const [was, is] = [before, now].map((side) => side.figures.map(read)) as [number[], number[]];
    const ratios = is.map((value, round) => value / (was[round] ?? NaN));
    return { what, before: median(was), now: median(is), ratio: median(ratios), ratios };
  });
  const counts = counted.map(([what, read]): Row => {
    const ratio = read(now) / read(before);
    return { what, before: read(before), now: read(now), ratio, ratios: [ratio] };
  });
  return { machine, scale, before: before.name, now: now.name, rows: [...measured, ...counts] };
}

const notes = `Milliseconds are processor time of one question, unless they say p50: PostgreSQL's with all it started, Node's of the one
process that is the hub. Both commits answer the same callers about the same children, each on a server of its own, one
after the other in turns; the ratio is the median of the rounds' own ratios, and the last column says how far these lie
apart. "open" is one unit of work that opens and reads nothing, begin and commit included.`;

/** The report as lines to read. */
export function againstTable({ machine, scale, before, now, rows }: AgainstReport): string {
  const cells = rows.map(({ what, before: was, now: is, ratio, ratios }) => [
    what,
    was.toFixed(2),
    is.toFixed(2),
    ratio.toFixed(2),
    ratios.length < 2 ? '' : `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
  ]);
  const facts = Object.entries({ ...machine, ...scale })
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name} ${String(value)}`);
  const head = ['', before, now, 'now / before', 'rounds'];
  return `${[facts.join(', '), '', ...aligned([head, ...cells]), '', notes].join('\n')}\n`;
}
