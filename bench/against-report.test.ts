import { describe, expect, it } from '@jest/globals';
import { againstTable, type SideFigures, type SideReport, sheetOf } from './against-report.js';
import type { Run } from './rounds.js';

const run = (perSecond: number, postgres: number): Run => ({
  perSecond,
  p50: 1,
  p90: 2,
  cpu: { front: 3, behind: 0, postgres, load: 1 },
  busy: 1,
  wrong: 0,
  kept: [],
});

const round = (perSecond: number, postgres: number, open: number): SideFigures => ({
  loaded: run(perSecond, postgres),
  alone: run(perSecond, postgres),
  page: run(perSecond, postgres),
  open: { postgres: open, node: 1, took: open, permitted: [100, 100, 100, 100], digest: '' },
});

const side = (name: string, figures: readonly SideFigures[]): SideReport => ({
  name,
  figures,
  child: { transactions: 2, statements: 20, subgraphCalls: 5 },
  page: { transactions: 4, statements: 30, subgraphCalls: 6 },
});

const sheet = sheetOf({
  machine: { node: 'v20' },
  scale: { children: 300, pageChildren: 100 },
  before: side('before', [round(100, 8, 20), round(50, 16, 20), round(100, 10, 20)]),
  now: side('now', [round(200, 4, 5), round(100, 8, 5), round(100, 8, 10)]),
});

const rowOf = (what: string) => sheet.rows.find((row) => row.what.includes(what));

describe('two commits side by side', () => {
  it('are compared within each round, not median with median', () => {
    expect(rowOf('questions a second')).toMatchObject({ before: 100, now: 100, ratio: 2, ratios: [2, 2, 1] });
    expect(rowOf('holistic, under load: PostgreSQL')).toMatchObject({ before: 10, now: 8, ratio: 0.5 });
  });

  it('say what opening a page costs, and what a question takes in transactions', () => {
    expect(rowOf('open, 100 children × 4 requests: PostgreSQL ms')).toMatchObject({ before: 20, now: 5, ratio: 0.25 });
    expect(rowOf('holistic: transactions')).toMatchObject({ before: 2, now: 2, ratio: 1 });
  });

  it('are printed as a table', () => {
    const lines = againstTable(sheet).split('\n');
    expect(lines[0]).toBe('node v20, children 300, pageChildren 100');
    expect(lines.find((line) => line.startsWith('open, 100 children × 4 requests: PostgreSQL ms'))).toMatch(
      / 20\.00 +5\.00 +0\.25 +0\.25–0\.50$/,
    );
  });
});
