import { describe, expect, it } from '@jest/globals';
import { costText, deliveredText, receivedOf, type Source, takenText, worstFirst } from './data-quality.view.js';

const source: Source = {
  ...{ domain: 'HEALTH', source: 'waiting-list', lastReceived: '2026-11-20T06:10:00.000Z', expectedEvery: '1 day' },
  ...{ stale: false, deliveredAt: '2026-11-21T06:10:00.000Z', received: 40, accepted: 38, rejected: 2, byRule: [] },
};

describe('a source', () => {
  it('was received, is late, or never came: three answers', () => {
    expect(receivedOf(source)).toEqual({ kind: 'held', value: '20 Nov 2026, 6:10am' });
    expect(receivedOf({ ...source, stale: true })).toMatchObject({ kind: 'late', expectedEvery: '1 day' });
    expect(receivedOf({ ...source, lastReceived: null })).toEqual({ kind: 'none', seesAll: true });
  });

  it.each([
    [{}, '38 of 40 records taken'],
    [{ accepted: 40, rejected: 0 }, 'All 40 records taken'],
    [{ accepted: 0, rejected: 40 }, 'None of 40 records taken'],
    [{ received: 0, accepted: 0, rejected: 0 }, 'No records in them'],
    [{ received: null, accepted: null, rejected: null }, 'Came before this was counted'],
  ])('of which %j came says: %s', (over, said) => {
    expect(takenText({ ...source, ...over })).toBe(said);
  });

  it('whose files came before it was counted says so, and no day', () => {
    expect(deliveredText({ ...source, deliveredAt: null })).toBe('Came before this was counted');
    expect(deliveredText(source)).toBe('21 Nov 2026, 6:10am');
  });

  it('with records that were not taken stands before one that is late, and that before one that is well', () => {
    const [well, late, refused] = [
      { ...source, source: 'well', rejected: 0 },
      { ...source, source: 'late', rejected: 0, stale: true },
      { ...source, source: 'refused' },
    ];
    expect(worstFirst([well, late, refused]).map((one) => one.source)).toEqual(['refused', 'late', 'well']);
  });

  it('loses records, or parts of them', () => {
    const rule = { rule: 'a', message: 'A.', whole: true, count: 1 };
    expect(costText(rule)).toBe('1 record not taken');
    expect(costText({ ...rule, whole: false, count: 2 })).toBe('2 parts left out');
  });
});
