import { describe, expect, it } from '@jest/globals';
import { boundsOn } from './bounds.js';
import { RecordDraft } from './record-draft.js';

const columns = ['name', 'born'] as const;
type Fields = Readonly<Record<(typeof columns)[number] | 'mark', string>>;

/** Reads rows of one file one after another, and says of each who it is of, how often it was looked at, and its faults. */
function read(rows: readonly Fields[], bounds = boundsOn('2026-11-20')) {
  let looked = 0;
  const found = rows.map((fields, at) => {
    const draft = new RecordDraft({ file: 'a.csv', line: at + 2, fields }, bounds);
    const person = draft.asBefore(columns, () => {
      looked += 1;
      return { name: draft.required('name'), born: draft.date('born', 'birth') };
    });
    const result = draft.finish(null, []);
    return { person, faults: 'rejected' in result ? result.rejected.map(({ line, rule }) => [line, rule]) : [] };
  });
  return { looked, found };
}

const row = (name: string, born = '2015-02-11', mark = '/'): Fields => ({ name, born, mark });

describe('what a row says as the row before', () => {
  it('is looked at once, whatever its other columns say', () => {
    const { looked, found } = read([row('Ada'), row('Ada', '2015-02-11', 'I'), row('Ada')]);
    expect(looked).toBe(1);
    expect(found[2]?.person).toBe(found[0]?.person);
  });

  it('is looked at anew where one of the columns differs, and where the first comes again', () => {
    const { looked, found } = read([row('Ada'), row('Bea'), row('Bea', '2015-02-12'), row('Ada')]);
    expect(looked).toBe(4);
    expect(found.map(({ person }) => person.name)).toEqual(['Ada', 'Bea', 'Bea', 'Ada']);
  });

  it('is a fault of every row that has it', () => {
    const { found } = read([row('', 'x'), row('', 'x'), row('Ada'), row('Ada')]);
    expect(found.map(({ faults }) => faults)).toEqual([
      [
        [2, 'required-missing'],
        [2, 'date-not-iso'],
      ],
      [
        [3, 'required-missing'],
        [3, 'date-not-iso'],
      ],
      [],
      [],
    ]);
  });

  it('is not taken from another reading, which may stand on another day', () => {
    expect(read([row('Ada', '2026-11-20')]).found[0]?.faults).toEqual([]);
    expect(read([row('Ada', '2026-11-20')], boundsOn('2026-11-19')).found[0]?.faults).toEqual([
      [2, 'birth-date-out-of-range'],
    ]);
  });
});
