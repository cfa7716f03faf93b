import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Shown } from '../gateway/shown.js';
import type { Cell } from './column.js';
import { type CsvFile, csvText, linesBefore } from './csv-file.js';

interface Row {
  readonly name: Cell;
  readonly share: Cell;
}

const fileOf = (rows: Shown<readonly Row[]>, over: Partial<CsvFile<Row>> = {}): string =>
  csvText<Row>({
    ...{ title: 'Attendance each week', basis: 'By enrolment.', period: 'Autumn 2026', asAt: '24 Nov 2026' },
    columns: [
      { title: 'Week', text: ({ name }) => name },
      { title: 'Attended', text: ({ share }) => share, percent: true },
      { title: 'Comparator', text: () => 'England' },
    ],
    ...{ rows, role: 'virtual-school-head' },
    ...over,
  });
const held = (...value: Row[]): Shown<readonly Row[]> => ({ kind: 'held', value });
const cells = (text: string): string[][] => parse(text, { bom: true });
const rowOf = (name: Cell, share: Cell = 1): string[] => cells(fileOf(held({ name, share })))[linesBefore + 1] ?? [];

describe('a table as a file', () => {
  it('begins with a mark for UTF-8 and says what it is of, before the names of its columns', () => {
    const text = fileOf(held({ name: '23 Nov 2026', share: 85.44 }), { filter: 'Children on plans' });
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const lines = cells(text);
    expect(lines.slice(0, linesBefore).map((line) => line.slice(0, 2))).toEqual([
      ['Attendance each week', ''],
      ['Basis', 'By enrolment.'],
      ['Period', 'Autumn 2026'],
      ['As at', '24 Nov 2026'],
      ['Filter', 'Children on plans'],
      ['Suppressed', expect.stringContaining('It is not nought.')],
      ['', ''],
    ]);
    expect(lines.slice(linesBefore)).toEqual([
      ['Week', 'Attended, %', 'Comparator'],
      ['23 Nov 2026', '85.4', 'England'],
    ]);
  });

  it.each<[Cell, string]>([
    ['Booked', 'Booked'],
    [0, '0'],
    [-3.25, '-3.25'],
    [Number.NaN, 'Not known'],
    ['  ', 'Not known'],
    [{ kind: 'held', value: 12 }, '12'],
    [{ kind: 'held', value: '' }, 'Not known'],
    [{ kind: 'none', seesAll: true }, 'None recorded'],
    [{ kind: 'none', seesAll: false }, 'None that you may see'],
    [
      { kind: 'unavailable', domain: 'HEALTH' },
      'We could not ask health just now. This does not mean that nothing is held.',
    ],
    [{ kind: 'refused', because: 'Only its own.' }, 'You do not see this as virtual school head: Only its own.'],
    [{ kind: 'suppressed' }, 'Fewer than 8: not shown'],
    [
      { kind: 'late', value: 4, lastReceived: '2026-11-24', expectedEvery: 'every day' },
      '4 (late: Last received 24 Nov 2026; expected every day)',
    ],
  ])('writes %j as %s', (cell, words) => {
    expect(rowOf(cell)[0]).toBe(words);
  });

  it.each<[Shown<readonly Row[]>, string]>([
    [{ kind: 'none', seesAll: true }, 'None recorded'],
    [{ kind: 'none', seesAll: false }, 'None that you may see'],
    [{ kind: 'suppressed' }, 'Fewer than 8: not shown'],
  ])('without rows says which of the answers that is: %j', (rows, words) => {
    expect(cells(fileOf(rows)).slice(linesBefore + 1)).toEqual([[words, '', '']]);
  });

  it('says beside its day that it is late', () => {
    const late = { kind: 'late', lastReceived: null, expectedEvery: 'weekly' } as const;
    expect(cells(fileOf({ ...late, value: [] }))[3]?.[1]).toBe('24 Nov 2026. Late: Never received; expected weekly');
  });

  it.each(['=cmd|calc!A1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '－1'])(
    'leaves no formula for a spreadsheet to run: %j',
    (formula) => {
      expect(rowOf(formula)[0]).toBe(`'${formula}`);
      expect(cells(fileOf(held(), { title: formula }))[0]?.[0]).toBe(`'${formula}`);
    },
  );

  it('keeps quotes, commas and lines of a text within its cell, and as many cells in every line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, other) => {
        const lines = cells(fileOf(held({ name, share: 1 }, { name: other, share: 2 })));
        expect(lines).toHaveLength(linesBefore + 3);
        expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([3]));
        const written = lines[linesBefore + 1]?.[0] ?? '';
        if (name.trim() !== '') expect([name, `'${name}`]).toContain(written);
        expect(written).not.toMatch(/^[=+\-@]/);
      }),
    );
    expect(rowOf('He said "no", then\nleft')[0]).toBe('He said "no", then\nleft');
  });
});
